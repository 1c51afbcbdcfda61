import { describe, expect, test } from '@jest/globals';
import { leesSelectie, type SelecteerbareSoort } from '../../../domain/selectie/lees-selectie.ts';
import { legUit } from '../../../domain/selectie/leg-uit.ts';
import { normaliseer } from '../../../domain/selectie/normaliseer.ts';
import { vacatureSelectie } from '../../../domain/soorten/vacature/selectie.ts';
import { werkzoekendeSelectie } from '../../../domain/soorten/werkzoekende/selectie.ts';
import { opgevuld, vraagObject } from '../../support/vraagobjecten.ts';
import { Willekeur } from '../../support/willekeur.ts';

const werkzoekende: SelecteerbareSoort = { naam: 'werkzoekende', selecteerbaar: werkzoekendeSelectie };
const vacature: SelecteerbareSoort = { naam: 'vacature', selecteerbaar: vacatureSelectie };
const selectiegebied = { postcode: '1234AB', afstand: 10 };

const gelezen = (soort: SelecteerbareSoort, vraag: object) => {
  const uitkomst = leesSelectie(soort, { selectiegebied, ...vraag });
  if (uitkomst.fouten) throw new Error(JSON.stringify(uitkomst.fouten));
  return uitkomst;
};
const voorwaarden = (soort: SelecteerbareSoort, vraag: object) => {
  const { vergelijkingen, lijsten } = gelezen(soort, vraag).selectie;
  return [...vergelijkingen, ...lijsten];
};
const fouten = (soort: SelecteerbareSoort, vraag: unknown) =>
  leesSelectie(soort, vraag).fouten?.map(({ pad, code }) => `${code} ${pad}`);

describe('what the contract knows', () => {
  test('several operators in one condition all apply', () => {
    expect(voorwaarden(vacature, { codeWerkEnDenkniveauMinimaal: { $gte: '2', $lt: '7' } })).toEqual([
      { pad: 'codeWerkEnDenkniveauMinimaal', operator: '$gte', waarde: '2' },
      { pad: 'codeWerkEnDenkniveauMinimaal', operator: '$lt', waarde: '7' },
    ]);
  });

  test.each(['datumAanvangBeschikbaarVoorWerk', 'flexibiliteit.datumAanvangBeschikbaarVoorWerk'])(
    'a date asked as %s is looked up where the data holds it',
    (naam) => {
      expect(voorwaarden(werkzoekende, { [naam]: { $lte: '2026-01-31' } })).toEqual([
        { pad: 'flexibiliteit.datumAanvangBeschikbaarVoorWerk', operator: '$lte', waarde: '2026-01-31' },
      ]);
    },
  );

  test('an occupation is found under both spellings', () => {
    const of = [{ 'beroep.codeBeroepsnaam': { $eq: 'a' } }, { codeBeroepsnaam: { $eq: 'b' } }];
    expect(voorwaarden(werkzoekende, { bemiddelingsberoep: { $elemMatch: { $or: of } } })).toEqual([
      {
        pad: 'bemiddelingsberoep',
        alternatieven: [
          [{ pad: 'codeBeroepsnaam', operator: '$eq', waarde: 'a' }],
          [{ pad: 'codeBeroepsnaam', operator: '$eq', waarde: 'b' }],
        ],
      },
    ]);
  });

  test('each item of $all is a condition of its own', () => {
    const rijbewijs = {
      $all: ['B', 'C'].map((code) => ({ $elemMatch: { codeSoortRijbewijs: { $eq: code } } })),
    };
    expect(gelezen(vacature, { rijbewijs }).selectie.lijsten).toHaveLength(2);
  });
});

describe('what is ignored', () => {
  test.each<[string, object]>([
    ['an unknown field', { salaris: { $gte: 1 } }],
    ['an unknown field with an empty name', { '': { $gte: 1 } }],
    ['a known field as nested object', { werktijden: { aantalWerkurenPerWeekMaximaal: { $gte: 31 } } }],
    ['an unknown operator', { 'werktijden.aantalWerkurenPerWeekMaximaal': { $ne: 31 } }],
    [
      'an operator that this field does not have',
      { 'werktijden.aantalWerkurenPerWeekMaximaal': { $lte: 31 } },
    ],
    ['an empty condition', { 'werktijden.aantalWerkurenPerWeekMaximaal': {} }],
    ['an empty text as condition', { 'werktijden.aantalWerkurenPerWeekMaximaal': '' }],
    ['an empty value', { datumAanvangBeschikbaarVoorWerk: { $lte: '' } }],
    ['an empty $all', { 'arbeidsmarktkwalificatie.taalbeheersing': { $all: [] } }],
    [
      'an $all of nothing known',
      { 'arbeidsmarktkwalificatie.rijbewijs': { $all: [{ $elemMatch: { x: { $eq: 1 } } }, {}] } },
    ],
    ['an empty $elemMatch', { contractvorm: { $elemMatch: {} } }],
    ['an empty $or', { contractvorm: { $elemMatch: { $or: [] } } }],
    [
      'an $or of unknown and empty alternatives',
      { contractvorm: { $elemMatch: { $or: [{ x: { $eq: 1 } }, {}, '', []] } } },
    ],
    [
      'an $or of an empty value',
      { contractvorm: { $elemMatch: { $or: [{ codeTypeArbeidscontract: { $eq: '' } }] } } },
    ],
    ['a top-level operator', { $where: 'return true', $or: [{ a: 1 }] }],
    ['a name of the prototype', { ['__proto__']: { $eq: 1 }, constructor: { $eq: 1 } }],
  ])('%s is never a filter and never an error', (_, vraag) => {
    expect(voorwaarden(werkzoekende, vraag)).toEqual([]);
  });

  test('an unknown operator or alternative beside a known one takes nothing away', () => {
    expect(
      voorwaarden(werkzoekende, {
        'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: 31, $ne: 40 },
        contractvorm: {
          $elemMatch: { $or: [{ x: { $eq: 1 } }, { codeTypeArbeidscontract: { $eq: 'O', $in: [] } }] },
        },
      }),
    ).toEqual([
      { pad: 'werktijden.aantalWerkurenPerWeekMaximaal', operator: '$gte', waarde: 31 },
      {
        pad: 'contractvorm',
        alternatieven: [[{ pad: 'codeTypeArbeidscontract', operator: '$eq', waarde: 'O' }]],
      },
    ]);
  });

  test('what was ignored is told, by its place', () => {
    expect(
      gelezen(vacature, { 'a/b': 1, rijbewijs: { $all: [{ $elemMatch: { x: 1 }, $size: 2 }] } }).genegeerd,
    ).toEqual(expect.arrayContaining(['/a~1b', '/rijbewijs/$all/0/$size', '/rijbewijs/$all/0/$elemMatch/x']));
  });
});

describe('what is wrong', () => {
  test.each<[string, unknown, string[]]>([
    ['no question', undefined, ['ontbreekt /selectiegebied']],
    ['a question that is a list', [1], ['ongeldig ', 'ontbreekt /selectiegebied']],
    ['no area', { rijbewijs: {} }, ['ontbreekt /selectiegebied']],
    ['an empty area', { selectiegebied: {} }, ['ontbreekt /selectiegebied']],
    [
      'an area without distance',
      { selectiegebied: { postcode: '1234AB' } },
      ['ontbreekt /selectiegebied/afstand'],
    ],
    [
      'an empty postcode',
      { selectiegebied: { postcode: '', afstand: 0 } },
      ['ontbreekt /selectiegebied/postcode'],
    ],
    [
      'a postcode of four digits',
      { selectiegebied: { postcode: '1234', afstand: 0 } },
      ['ongeldig /selectiegebied/postcode'],
    ],
    [
      'a distance as text',
      { selectiegebied: { postcode: '1234AB', afstand: '10' } },
      ['ongeldig /selectiegebied/afstand'],
    ],
    [
      'a distance of 1000',
      { selectiegebied: { postcode: '1234AB', afstand: 1000 } },
      ['ongeldig /selectiegebied/afstand'],
    ],
    [
      'half a kilometre',
      { selectiegebied: { postcode: '1234AB', afstand: 0.5 } },
      ['ongeldig /selectiegebied/afstand'],
    ],
  ])('%s is refused', (_, vraag, verwacht) => {
    expect(fouten(vacature, vraag)).toEqual(verwacht);
  });

  test.each<[string, object, string]>([
    [
      'hours as text',
      { 'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: '31' } },
      '/werktijden.aantalWerkurenPerWeekMaximaal/$gte',
    ],
    ['a level as number', { codeWerkEnDenkniveauMinimaal: { $eq: 7 } }, '/codeWerkEnDenkniveauMinimaal/$eq'],
    ['null', { datumAanvangWerkzaamheden: { $gte: null } }, '/datumAanvangWerkzaamheden/$gte'],
    [
      'a day that does not exist',
      { datumAanvangWerkzaamheden: { $gte: '2026-02-30' } },
      '/datumAanvangWerkzaamheden/$gte',
    ],
    ['a value without operator', { 'beroep.codeBeroepsnaam': 'x' }, '/beroep.codeBeroepsnaam'],
    ['an $all that is no list', { rijbewijs: { $all: { $elemMatch: {} } } }, '/rijbewijs/$all'],
    ['an item of $all that is no object', { rijbewijs: { $all: ['B'] } }, '/rijbewijs/$all/0'],
    [
      'a licence that does not exist',
      { rijbewijs: { $all: [{ $elemMatch: { codeSoortRijbewijs: { $eq: 'Z' } } }] } },
      '/rijbewijs/$all/0/$elemMatch/codeSoortRijbewijs/$eq',
    ],
  ])('%s in a known condition is refused', (_, vraag, pad) => {
    expect(fouten(vacature, { selectiegebied, ...vraag })).toEqual([`ongeldig ${pad}`]);
  });

  test('a level without a language is incomplete', () => {
    const taalbeheersing = { $all: [{ $elemMatch: { codeNiveauTaalbeheersingMondeling: { $gte: 3 } } }] };
    expect(fouten(vacature, { selectiegebied, taalbeheersing })).toEqual([
      'ontbreekt /taalbeheersing/$all/0/$elemMatch/codeTaal',
    ]);
  });

  test('all faults are told at once', () => {
    expect(fouten(vacature, { selectiegebied: {}, rijbewijs: 'B', taalbeheersing: 1 })).toHaveLength(3);
  });
});

describe('one spelling for one question', () => {
  const bron = { postcodes: ['1234AB', '9999zz'], beroepen: ['a', 'b', 'c'] };

  test.each([werkzoekende, vacature])(
    'permuted, doubled and padded questions are recognised: $naam',
    (soort) => {
      const w = new Willekeur(20_260_504);
      for (let i = 0; i < 500; i += 1) {
        const vraag = vraagObject(w, soort.naam, bron);
        const anders = opgevuld(w, vraag);
        const [een, ander] = [leesSelectie(soort, vraag), leesSelectie(soort, anders)];
        if (een.fouten || ander.fouten) throw new Error(JSON.stringify({ vraag, anders, een, ander }));
        expect(normaliseer(ander.selectie)).toBe(normaliseer(een.selectie));
      }
    },
  );

  test('questions that differ are told apart', () => {
    const tekst = (vraag: object) => normaliseer(gelezen(vacature, vraag).selectie);
    expect(tekst({ rijbewijs: {} })).not.toBe(
      tekst({ rijbewijs: { $all: [{ $elemMatch: { codeSoortRijbewijs: { $eq: 'B' } } }] } }),
    );
    expect(tekst({ codeWerkEnDenkniveauMinimaal: { $lt: '7' } })).not.toBe(
      tekst({ codeWerkEnDenkniveauMinimaal: { $eq: '7' } }),
    );
  });
});

test('a selection explains itself in words', () => {
  const { selectie } = gelezen(werkzoekende, {
    'werktijden.aantalWerkurenPerWeekMaximaal': { $gte: 31 },
    contractvorm: { $elemMatch: { $or: ['O', 'B'].map((c) => ({ codeTypeArbeidscontract: { $eq: c } })) } },
  });
  expect(legUit(selectie)).toEqual([
    'ligt binnen 10 km van postcode 1234AB',
    'werktijden.aantalWerkurenPerWeekMaximaal is ten minste 31',
    'heeft bij contractvorm een onderdeel waarvan codeTypeArbeidscontract is O, of codeTypeArbeidscontract is B',
  ]);
});
