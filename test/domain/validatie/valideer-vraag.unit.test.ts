import { describe, expect, test } from '@jest/globals';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { valideerVraag } from '../../../domain/validatie/valideer-vraag.ts';

const { werkzoekende, vacature } = soorten;
const selectiegebied = { postcode: '1234AB', afstand: 20 };
const codes = (soort: typeof vacature, vraag: unknown): string[] =>
  valideerVraag(soort, vraag).map(({ code, pad }) => `${code} ${pad}`);
const met = (naam: string, waarde: unknown) => ({ selectiegebied, [naam]: waarde });

describe('the area', () => {
  test.each([[{}], [''], [{ selectiegebied: {} }], [{ selectiegebied: { postcode: '' } }]])(
    '%j asks for nothing: the area is missing',
    (vraag) => {
      expect(codes(vacature, vraag)).toEqual(['verplicht /selectiegebied']);
    },
  );

  test('every missing or wrong part is named', () => {
    expect(valideerVraag(vacature, { selectiegebied: { afstand: 1000 } })).toEqual([
      {
        pad: '/selectiegebied/postcode',
        code: 'verplicht',
        melding: 'Postcode ontbreekt; dit veld is verplicht.',
        ernst: 'fout',
      },
      {
        pad: '/selectiegebied/afstand',
        code: 'bereik',
        melding: 'Afstand moet een getal van 0 tot en met 999 zijn.',
        ernst: 'fout',
      },
    ]);
  });

  test.each([0, 999])('a distance of %i is allowed', (afstand) => {
    expect(codes(werkzoekende, { selectiegebied: { postcode: '1234AB', afstand } })).toEqual([]);
  });
});

describe('the conditions', () => {
  const uren = 'werktijden.aantalWerkurenPerWeekMinimaal';
  test.each([
    [werkzoekende, met(uren, { $lte: 0 }), [`bereik /${uren}/$lte`]],
    [werkzoekende, met(uren, { $lte: 1 }), []],
    [werkzoekende, met(uren, { $lte: 100 }), [`bereik /${uren}/$lte`]],
    [werkzoekende, met(uren, 5), [`type /${uren}`]],
    [
      werkzoekende,
      met('werktijden.indicatieKantoortijden', { $eq: 0 }),
      ['waarde /werktijden.indicatieKantoortijden/$eq'],
    ],
    [
      werkzoekende,
      met('datumAanvangBeschikbaarVoorWerk', { $lte: '2026-02-30' }),
      ['datum /datumAanvangBeschikbaarVoorWerk/$lte'],
    ],
    [
      vacature,
      met('taalbeheersing', { $all: [{ $elemMatch: { codeNiveauTaalbeheersingMondeling: { $gte: 1 } } }] }),
      [
        'verplicht /taalbeheersing/$all/0/$elemMatch/codeTaal',
        'waarde /taalbeheersing/$all/0/$elemMatch/codeNiveauTaalbeheersingMondeling/$gte',
      ],
    ],
    [vacature, met('codeWerkEnDenkniveauMinimaal', { $eq: '7' }), []],
    [vacature, met('codeWerkEnDenkniveauMinimaal', { $lt: '7' }), []],
    [vacature, met('codeWerkEnDenkniveauMinimaal', { $gte: '6', $lt: '7' }), []],
    [
      vacature,
      met('codeWerkEnDenkniveauMinimaal', { $gte: '7', $lt: '7' }),
      ['waarde /codeWerkEnDenkniveauMinimaal'],
    ],
    [vacature, met('codeWerkEnDenkniveauMinimaal', { $eq: '3' }), ['waarde /codeWerkEnDenkniveauMinimaal']],
  ])('%#', (soort, vraag, verwacht) => {
    expect(codes(soort, vraag)).toEqual(verwacht);
  });

  test('what is empty counts as absent, and what is unknown is ignored', () => {
    const vraag = {
      selectiegebied: { ...selectiegebied, onbekend: 1 },
      taalbeheersing: { $all: [] },
      rijbewijs: { $all: [{ $elemMatch: { codeSoortRijbewijs: { $eq: '' } } }] },
      codeWerkEnDenkniveauMinimaal: { $gte: '3', $lt: '7', $onbekend: [null] },
      'beroep.codeBeroepsnaam': {},
      datumAanvangWerkzaamheden: '',
      onbekend: { $eq: null },
    };
    expect(codes(vacature, vraag)).toEqual([]);
  });

  test('a fault after an empty element of a list points at its own place', () => {
    const rijbewijs = { $all: ['', { $elemMatch: { codeSoortRijbewijs: { $eq: 'Z' } } }] };
    expect(codes(vacature, met('rijbewijs', rijbewijs))).toEqual([
      'waarde /rijbewijs/$all/1/$elemMatch/codeSoortRijbewijs/$eq',
    ]);
  });
});

describe('hostile questions', () => {
  test.each([null, 7, [7]])('%j is no question', (vraag) => {
    expect(codes(vacature, vraag)).toEqual(['type ']);
  });

  test('a question of a hundred thousand levels is refused', () => {
    const diep: unknown = JSON.parse('{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000));
    expect(codes(vacature, met('x', diep))).toEqual(['te-diep ']);
  });

  test('a prototype is just an unknown field', () => {
    const vraag: unknown = JSON.parse('{"selectiegebied":{"__proto__":{"postcode":"1234AB","afstand":1}}}');
    expect(codes(vacature, vraag)).toEqual([
      'verplicht /selectiegebied/postcode',
      'verplicht /selectiegebied/afstand',
    ]);
    expect(({} as Record<string, unknown>)['postcode']).toBeUndefined();
  });
});
