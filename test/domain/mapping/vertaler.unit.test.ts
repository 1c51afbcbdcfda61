import { describe, expect, test } from '@jest/globals';
import { kiesMapping, type OpgeslagenMapping } from '../../../domain/mapping/kies-mapping.ts';
import { maakVertaler, type VertaaldeRij } from '../../../domain/mapping/vertaler.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { alsRijen } from '../../support/eigen-kolommen.ts';

const { werkzoekende } = soorten;
type Tabel = readonly (readonly (string | number)[])[];

function vertaal(tabel: Tabel, opgeslagen: readonly OpgeslagenMapping[] = []): (VertaaldeRij | undefined)[] {
  const rijen = alsRijen(tabel);
  const gekozen = kiesMapping(werkzoekende, [{ nummer: 0, bladnaam: '', eerste: rijen }], opgeslagen);
  if (!('mapping' in gekozen)) throw new Error(JSON.stringify(gekozen.voorstel?.herkenning));
  const [koprij] = gekozen.koprijen;
  if (koprij === undefined) throw new Error('No heading');
  const vertaler = maakVertaler(werkzoekende, gekozen.mapping, koprij, (tekst) => `ps-${tekst.length}`);
  return rijen.slice(koprij.rij).map((rij) => vertaler(rij)?.());
}

const record = (rij: VertaaldeRij | undefined): unknown => (rij && 'record' in rij ? rij.record : undefined);
const waarde = (kop: string, cel: string | number): unknown => {
  const [rij] = vertaal([
    ['ID', kop],
    ['a', cel],
  ]);
  if (rij && 'fouten' in rij && rij.fouten.length > 0) return rij.fouten.map(({ fout }) => fout.melding);
  return record(rij);
};

test('a moment in UTC that is the next day here is no date', () => {
  // Midnight of the first of February, as JavaScript writes it.
  expect(waarde('Beschikbaar vanaf', '2026-01-31T23:00:00.000Z')).toEqual([expect.stringContaining('datum')]);
});

describe('values as people write them', () => {
  test.each([
    ['Uren', '\u200e32\u00ad', { werktijden: { aantalWerkurenPerWeekMaximaal: 32 } }],
    ['Uren per week', '32 uur', { werktijden: { aantalWerkurenPerWeekMaximaal: 32 } }],
    ['Beschikbare uren', '32,0', { werktijden: { aantalWerkurenPerWeekMaximaal: 32 } }],
    ['Beschikbare uren', '24-32 uur', { werktijden: { aantalWerkurenPerWeekMaximaal: 32 } }],
    ['Min uren', '24 tot 32', { werktijden: { aantalWerkurenPerWeekMinimaal: 24 } }],
    ['Uren', 'max. 32 uur', { werktijden: { aantalWerkurenPerWeekMaximaal: 32 } }],
    [
      'Opleiding',
      'MBO - niveau 3',
      { arbeidsmarktkwalificatie: { opleiding: [{ codeNiveauOpleiding: 4 }] } },
    ],
    ['LDR', '1', { indicatieLdrRegistratie: 1 }],
    ['Reisafstand', '30 km', { mobiliteit: { maximaleReisafstand: 30 } }],
    ['Postcode', '1234 AB', { mobiliteit: { bemiddelingspostcode: '1234AB' } }],
    ['Doelgroepregister', 'Ja', { indicatieLdrRegistratie: 1 }],
    ['Banenafspraak', 'N', { indicatieLdrRegistratie: 2 }],
    ['Opleidingsniveau', 'mbo 4', { arbeidsmarktkwalificatie: { opleiding: [{ codeNiveauOpleiding: 4 }] } }],
    [
      'Hoogste opleiding',
      'HAVO/VWO',
      { arbeidsmarktkwalificatie: { opleiding: [{ codeNiveauOpleiding: 3 }] } },
    ],
    ['SBI-code', '47.11', { sector: [{ codeSbi: 4711 }] }],
    ['Sector', '4711 - Supermarkten', { sector: [{ codeSbi: 4711 }] }],
    [
      'Vervoermiddel',
      'Scooter, Fiets',
      { vervoermiddel: [{ codeVervoermiddel: 2 }, { codeVervoermiddel: 3 }] },
    ],
    ['Telefoon', 612345678, { telefoonnummer: ['0612345678'] }],
    ['Telefoon', '06-12345678', { telefoonnummer: ['06-12345678'] }],
    ['Telefoon', '+31 6 1234 5678', { telefoonnummer: ['0612345678'] }],
    ['E-mail', 'a@b.nl; c@d.nl', { emailadres: ['a@b.nl', 'c@d.nl'] }],
    [
      'Beschikbaar vanaf',
      '2026-03-01T00:00:00Z',
      { flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '2026-03-01' } },
    ],
    ['Beschikbaar vanaf', '1 mrt 2026', { flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '2026-03-01' } }],
    ['Beschikbaar vanaf', '31/1/2026', { flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '2026-01-31' } }],
    ['Taal', 'Nederlands', { arbeidsmarktkwalificatie: { taalbeheersing: [{ codeTaal: 'nld' }] } }],
    ['Rijbewijs', 'geen', {}],
    ['Rijbewijs', '-', {}],
    ['Beroep', 'geen', {}],
    ['Beroep', 'n.v.t.', {}],
    ['Taal', '-', {}],
    ['Taal', 'nan', { arbeidsmarktkwalificatie: { taalbeheersing: [{ codeTaal: 'nan' }] } }],
    ['Uren', 'NULL', {}],
    ['Beschikbaar vanaf', 'NaT', {}],
    ['Rijbewijs', 'B;NULL', { arbeidsmarktkwalificatie: { rijbewijs: [{ codeSoortRijbewijs: 'B' }] } }],
    ['E-mail', 'NULL', {}],
    ['Pitch', '\\N', {}],
  ])('%s %p', (kop, cel, verwacht) => {
    expect(waarde(kop, cel)).toEqual({ idWerkzoekende: 'a', ...verwacht });
  });

  test.each(['B, BE', 'B;BE', 'B/BE', 'B BE', 'B en BE', 'Rijbewijs B, rijbewijs BE', 'b,b+e'])(
    'licences %p',
    (cel) => {
      const rijbewijs = [{ codeSoortRijbewijs: 'B' }, { codeSoortRijbewijs: 'BE' }];
      expect(waarde('Rijbewijs', cel)).toEqual({
        idWerkzoekende: 'a',
        arbeidsmarktkwalificatie: { rijbewijs },
      });
    },
  );

  test.each(['Taal', 'Competenties', 'Rijbewijs', 'Sector', 'E-mail', 'Pitch'])(
    'an error of the spreadsheet below %s is one fault, also where a list may stand',
    (kop) => {
      expect(waarde(kop, '#N/A')).toHaveLength(1);
    },
  );

  test('a whole number that a spreadsheet calculated is whole', () => {
    expect(waarde('Uren', 32 + 2 ** -47)).toMatchObject({
      werktijden: { aantalWerkurenPerWeekMaximaal: 32 },
    });
    expect(waarde('LDR', 1.0000000000000002)).toMatchObject({ indicatieLdrRegistratie: 1 });
    for (const cel of [32.333333333333336, '32.000000000000004'])
      expect(waarde('Uren', cel)).toEqual([
        `Aantal werkuren per week maximaal moet een heel getal zijn; er staat “${cel}”.`,
      ]);
  });

  test.each([
    ['47', 47],
    ['47.1', 471],
    ['47.11', 4711],
    ['47.11.1', 47111],
    ['47.111', 47111],
    ['4711.0', 4711],
    ['111.0', 111],
    ['4711,00', 4711],
    ['9.0', 9],
    ['11.0 - Vervaardiging van dranken', 110],
  ])('SBI %p', (cel, codeSbi) => {
    expect(waarde('SBI', cel)).toEqual({ idWerkzoekende: 'a', sector: [{ codeSbi }] });
  });

  test.each(['471.1', '4711.1', '4.711', '47.1.1', '4711.10', '47.11.10'])(
    'a point in another place than the CBS has it is no SBI: %s',
    (cel) => {
      expect(waarde('SBI', cel)).toEqual([expect.stringMatching(/^Code SBI .*heel getal/)]);
    },
  );

  test.each<[string, number[]]>([
    ['47.11 - Supermarkten en dergelijke winkels', [4711]],
    ['01 Landbouw, jacht en dienstverlening', [1]],
    ['47.11 en 62.01', [4711, 6201]],
    ['4711, 6201', [4711, 6201]],
    ['47.11 - Supermarkten en 62.01 - IT', [4711, 6201]],
    ['47 & 56', [47, 56]],
    ['47.11 - Groente & fruit + 56', [4711, 56]],
    ['47.11 - Winkels en dergelijke; 62.01 - IT', [4711, 6201]],
  ])('a description of an SBI code is no other code: %p', (cel, codes) => {
    expect(waarde('SBI', cel)).toMatchObject({ sector: codes.map((codeSbi) => ({ codeSbi })) });
  });

  test.each(['47.11 - Supermarkten, ook 62.01', '47.11 - Supermarkten; Horeca'])(
    'what may be a code that is not read is a fault: %p',
    (cel) => {
      expect(waarde('SBI', cel)).toEqual([expect.stringMatching(/^Code SBI .* 2\) moet/)]);
    },
  );

  test('a cell of white space and line breaks takes no time', () => {
    const begin = performance.now();
    for (const kop of ['SBI', 'Rijbewijs', 'E-mail']) waarde(kop, `x${'\n '.repeat(16_000)}x`);
    expect(performance.now() - begin).toBeLessThan(500);
  });

  test.each(['11.0', '47.00'])('%s may be the division or a group of it, and UM does not choose', (cel) => {
    expect(waarde('SBI', cel)).toEqual([
      expect.stringContaining(
        ` kan ${cel.slice(0, 2)} of ${cel.replace('.', '')} betekenen; schrijf de code zonder punt`,
      ),
    ]);
  });

  test.each(['612345678.0', '0612345678.0'])('a telephone number is not a fraction: %s', (cel) => {
    expect(waarde('Telefoon', cel)).toMatchObject({ telefoonnummer: ['0612345678'] });
  });

  test('a BSN that became a fraction is the same person, and an id that did stays as it stands', () => {
    const ids = (kop: string, ...waarden: string[]) =>
      vertaal([[kop, 'Uren'], ...waarden.map((id) => [id, 32])]).map(
        (rij) => (record(rij) as Record<string, unknown>)['idWerkzoekende'],
      );
    expect(ids('BSN', '123456782.0', '12345672.0')).toEqual(['ps-9', 'ps-9']);
    expect(ids('Klantnummer', '123456782.0', '1001.0')).toEqual(['ps-9', '1001.0']);
  });

  test('a column for one licence says whether', () => {
    const rijen = vertaal([
      ['ID', 'Rijbewijs B', 'Rijbewijs C1'],
      ['a', 'Ja', 'x'],
      ['b', 'Nee', 'J'],
      ['c', '', 'nee'],
    ]);
    const codes = (...lijst: string[]) => ({
      rijbewijs: lijst.map((codeSoortRijbewijs) => ({ codeSoortRijbewijs })),
    });
    expect(rijen.map(record)).toEqual([
      { idWerkzoekende: 'a', arbeidsmarktkwalificatie: codes('B', 'C1') },
      { idWerkzoekende: 'b', arbeidsmarktkwalificatie: codes('C1') },
      { idWerkzoekende: 'c' },
    ]);
    expect(waarde('Rijbewijs B', 'Ja')).toMatchObject({ arbeidsmarktkwalificatie: codes('B') });
  });

  test('what cannot be meant is a fault that says what stands there and what should', () => {
    expect(waarde('Uren', 'veel')).toEqual([
      'Aantal werkuren per week maximaal moet een heel getal zijn; er staat “veel”.',
    ]);
    expect(waarde('Beschikbaar vanaf', '31-2-2026')).toEqual([
      expect.stringMatching(/geschreven als 31-1-2026 of als 2026-01-31\.$/),
    ]);
    expect(waarde('SBI', '47,11')).toEqual([expect.stringMatching(/^Code SBI .*“47,11”/)]);
    expect(waarde('SBI', 47.1)).toEqual([expect.stringMatching(/^Code SBI .*heel getal/)]);
    expect(waarde('Uren', '32.000')).toEqual([expect.stringMatching(/heel getal/)]);
    expect(waarde('Rijbewijs', 'B, X')).toEqual([
      expect.stringMatching(/^Code soort rijbewijs \(rijbewijs 2\) .*“X”/),
    ]);
  });

  test('a fault repeats no address and no number that may lead to a person', () => {
    for (const cel of [
      '123456782',
      '1234.56.782',
      'jan@example.nl',
      'Een lang verhaal over iemand, met naam',
    ])
      expect(waarde('Doelgroepregister', cel)).toEqual([expect.not.stringContaining('er staat')]);
  });
});

test('numbered columns, with a gap, are the elements that are filled in', () => {
  const [rij] = vertaal([
    [
      'ID',
      'Taal 1',
      'taalbeheersing.3.codeNiveauTaalbeheersingMondeling',
      'taalbeheersing[3].codeTaal',
      '2e taal',
    ],
    ['a', '', 'Goed', 'eng', 'deu'],
  ]);
  expect(record(rij)).toMatchObject({
    arbeidsmarktkwalificatie: {
      taalbeheersing: [{ codeTaal: 'deu' }, { codeTaal: 'eng', codeNiveauTaalbeheersingMondeling: 3 }],
    },
  });
  if (!rij || !('plaatsVan' in rij)) throw new Error('No record');
  const plaats = rij.plaatsVan('/arbeidsmarktkwalificatie/taalbeheersing/1/codeTaal');
  expect(plaats).toEqual({ blad: '', rij: 2, kolom: 3 });
});

test('columns that name Dutch make one element with that language, and none where they are empty', () => {
  const rijen = vertaal([
    ['Klantnummer', 'Nederlands spreken', 'Nederlands schrijven'],
    ['a', 'Goed', 'Redelijk'],
    ['b', '', ''],
  ]);
  const taal = {
    codeTaal: 'nld',
    codeNiveauTaalbeheersingMondeling: 3,
    codeNiveauTaalbeheersingSchriftelijk: 2,
  };
  expect(rijen.map(record)).toEqual([
    { idWerkzoekende: 'a', arbeidsmarktkwalificatie: { taalbeheersing: [taal] } },
    { idWerkzoekende: 'b' },
  ]);
});

test('of a row without consent nothing remains but its id, for who must be taken out', () => {
  const rijen = vertaal([
    ['ID', 'Postcode', 'Toestemming delen'],
    ['a', '1234AB', 'Ja'],
    ['b', '1234AB', 'Nee'],
    ['c', '1234AB', ''],
  ]);
  expect(rijen.slice(1)).toEqual([
    { rij: 3, zonderToestemming: true, id: 'b' },
    { rij: 4, zonderToestemming: true, id: 'c' },
  ]);
});

test('an id that is a burgerservicenummer becomes a pseudonym, also where nothing foretold it', () => {
  const rijen = vertaal([
    ['Klantnummer', 'Postcode'],
    ['K-1', '1234AB'],
    ['123456782', '1234AB'],
  ]);
  expect(rijen.map(record)).toMatchObject([{ idWerkzoekende: 'K-1' }, { idWerkzoekende: 'ps-9' }]);
});

test('a saved mapping translates values of its own, and finds its columns in any order and case', () => {
  const mapping: OpgeslagenMapping['mapping'] = {
    soort: 'werkzoekende',
    id: { kolom: 'Nr' },
    kolommen: [
      { kolom: 'PC', veld: 'mobiliteit.bemiddelingspostcode' },
      {
        kolom: 'Niveau',
        veld: 'arbeidsmarktkwalificatie.opleiding.1.codeNiveauOpleiding',
        waarden: [{ van: 'hoog', naar: 5 }, { van: 'weet niet' }],
      },
      { kolom: 'Talen', veld: 'arbeidsmarktkwalificatie.taalbeheersing[].codeTaal', scheiding: ['+'] },
      {
        kolom: 'Start',
        veld: 'flexibiliteit.datumAanvangBeschikbaarVoorWerk',
        datumvolgorde: 'maand-dag-jaar',
      },
    ],
    vasteWaarden: [{ veld: 'indicatieBeschikbaarheidContactgegevens', waarde: 2 }],
  };
  const rijen = vertaal(
    [
      ['Overzicht 2026'],
      ['start', 'TALEN', 'Notitie', 'niveau', 'pc', 'nr'],
      ['1/31/2026', 'nld + Engels', 'x', 'Hoog', '1234ab', 7],
      ['', '', '', 'weet niet', '', 8],
    ],
    [{ naam: 'eigen', mapping }],
  );
  expect(rijen.map(record)).toEqual([
    {
      idWerkzoekende: '7',
      mobiliteit: { bemiddelingspostcode: '1234ab' },
      arbeidsmarktkwalificatie: {
        opleiding: [{ codeNiveauOpleiding: 5 }],
        taalbeheersing: [{ codeTaal: 'nld' }, { codeTaal: 'eng' }],
      },
      flexibiliteit: { datumAanvangBeschikbaarVoorWerk: '2026-01-31' },
      indicatieBeschikbaarheidContactgegevens: 2,
    },
    { idWerkzoekende: '8', indicatieBeschikbaarheidContactgegevens: 2 },
  ]);
});
