import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Check } from 'typebox/value';
import { mappingBody } from '../../../api/mappingen/schema.ts';
import { controleerMapping } from '../../../domain/mapping/controleer-mapping.ts';
import { kiesMapping } from '../../../domain/mapping/kies-mapping.ts';
import type { Mapping } from '../../../domain/mapping/mapping.ts';
import type { Voorstel } from '../../../domain/mapping/voorstel.ts';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { alsRijen } from '../../support/eigen-kolommen.ts';
import { Willekeur } from '../../support/willekeur.ts';

const { werkzoekende, vacature } = soorten;
type Tabel = readonly (readonly (string | number)[])[];

const kies = (tabel: Tabel, soort = werkzoekende) =>
  kiesMapping(soort, [{ nummer: 0, bladnaam: '', eerste: alsRijen(tabel) }], []);

function voorstelVan(tabel: Tabel, soort = werkzoekende): Voorstel {
  const { voorstel } = kies(tabel, soort);
  if (voorstel === undefined) throw new Error('No heading was found');
  return voorstel;
}

describe('a column is recognised', () => {
  test.each([
    ['mobiliteit.bemiddelingspostcode', 'exact'],
    ['Bemiddelingspostcode', 'exact'],
    ['BEMIDDELINGS-POSTCODE', 'schrijfwijze'],
    [' postcode ', 'synoniem'],
    ['Bemiddelingspostkode', 'gelijkend'],
  ])('%p: %s', (kop, hoe) => {
    const { herkenning } = voorstelVan([
      ['ID', kop],
      ['a', '1234AB'],
    ]);
    expect(herkenning[1]).toMatchObject({ plaats: 'B', hoe, veld: 'mobiliteit.bemiddelingspostcode' });
  });

  test('and a proposal is certain only when every column is, and one of them is the id', () => {
    expect(voorstelVan([['Klantnummer', 'Postcode']]).zeker).toBe(true);
    expect(voorstelVan([['Klantnummer', 'Postcode', 'Geboortedatum']]).zeker).toBe(true);
    expect(voorstelVan([['Klantnummer', 'Postcode', 'Bijzonderheden']]).zeker).toBe(false);
    expect(voorstelVan([['Klantnummer', 'Bemiddelingspostkode']]).zeker).toBe(false);
    expect(voorstelVan([['Postcode', 'Uren']])).toMatchObject({
      zeker: false,
      ontbreekt: ['idWerkzoekende'],
    });
    expect(voorstelVan([['ID', 'Postcode', 'Post-code']])).toMatchObject({
      zeker: false,
      herkenning: [{}, {}, { hoe: 'dubbel' }],
    });
  });

  test('two columns for a list of values are two of its elements, whatever their order', () => {
    for (const koppen of [
      ['ID', 'Mobiel', 'Telefoon'],
      ['Telefoon', 'ID', 'Mobiel'],
    ]) {
      const { mapping, zeker } = voorstelVan([koppen]);
      expect(zeker).toBe(true);
      expect(Object.fromEntries(mapping.kolommen.map(({ kolom, veld }) => [kolom, veld]))).toEqual({
        Mobiel: 'telefoonnummer.1',
        Telefoon: 'telefoonnummer.2',
      });
    }
  });

  test('a column without a heading in which something stands is not passed over', () => {
    expect(
      voorstelVan([
        ['ID', 'Postcode', ''],
        ['a', '1234AB', 'x'],
      ]).zeker,
    ).toBe(false);
  });
});

describe('burgerservicenummers', () => {
  const bsns = ['123456782', '111222333', '999999990'];

  test('are known by the heading, and make a pseudonymous id where there is no other', () => {
    expect(voorstelVan([['BSN', 'Postcode']])).toMatchObject({
      mapping: { id: { kolom: 'BSN', pseudoniem: true }, kolommen: [{ kolom: 'Postcode' }] },
      zeker: true,
    });
    const { mapping } = voorstelVan([['BSN klant', 'Klantnummer', 'Postcode']]);
    expect(mapping).toMatchObject({ id: { kolom: 'Klantnummer' }, kolommen: [{ kolom: 'BSN klant' }, {}] });
    expect(mapping.kolommen[0]).not.toHaveProperty('veld');
    for (const koppen of [
      ['BSN partner', 'BSN', 'Postcode'],
      ['BSN', 'Postcode', 'BSN partner'],
    ])
      expect(voorstelVan([koppen]).mapping.id).toEqual({ kolom: 'BSN', pseudoniem: true });
    expect(voorstelVan([['BSN vader', 'BSN moeder', 'Postcode']]).mapping).not.toHaveProperty('id');
  });

  test('are known by their values whatever the heading says', () => {
    const { mapping, herkenning } = voorstelVan([
      ['ID', 'Telefoon'],
      ...bsns.map((bsn, index) => [`k${index}`, bsn]),
    ]);
    expect(herkenning[1]).toMatchObject({ hoe: 'bsn' });
    expect(mapping.kolommen).toEqual([{ kolom: 'Telefoon' }]);
    const alsId = voorstelVan([['Klantnummer', 'Postcode'], ...bsns.map((bsn) => [bsn, '1234AB'])]);
    expect(alsId.mapping.id).toEqual({ kolom: 'Klantnummer', pseudoniem: true });
  });

  test('are known among a few values that are none, and not by chance', () => {
    const hoe = (...waarden: readonly string[]) =>
      voorstelVan([['ID', 'Telefoon'], ...waarden.map((waarde, index) => [`k${index}`, waarde])])
        .herkenning[1]?.hoe;
    expect(hoe(...bsns, '123456782', 'onbekend')).toBe('bsn');
    expect(hoe(...bsns, '0612345678', '0201234567')).toBe('synoniem');
    expect(hoe('123456782', '123456782', '123456782')).toBe('synoniem');
  });
});

test('a heading that is a value is kept nowhere', () => {
  const voorstel = voorstelVan([['ID', 'Postcode', 'jan@example.nl', 'Klant 123456782', '06-12345678']]);
  expect(JSON.stringify(voorstel)).not.toMatch(/example|12345678/);
  expect(voorstel.zeker).toBe(false);
});

test('a file without headings gets no proposal', () => {
  expect(
    kies([
      ['Een', 'Amsterdam'],
      ['Ander', 'Utrecht'],
    ]),
  ).toEqual({ voorstel: undefined });
});

describe('the id of a vacature', () => {
  const rij = (...koppen: string[]) => voorstelVan([koppen, koppen.map(() => '2026-0001')], vacature);

  test.each(['Vacaturenummer', 'Vacature nr', 'Vacature-nr.', 'Nummer vacature', 'Vac.nr'])(
    'is its “%s” where there is no other',
    (kop) => {
      expect(rij(kop, 'Vacaturetitel', 'PC', 'Uren p/w')).toMatchObject({
        zeker: true,
        mapping: { id: { kolom: kop } },
        herkenning: [{ hoe: 'synoniem', veld: 'idVacature', titel: 'ID vacature' }, {}, {}, {}],
        ontbreekt: [],
      });
    },
  );

  test('is its own column where that is there, and then the number stays a field', () => {
    expect(rij('Vacaturenummer', 'Vacature ID', 'Functie').mapping).toMatchObject({
      id: { kolom: 'Vacature ID' },
      kolommen: [{ kolom: 'Vacaturenummer', veld: 'nummerVacature' }, { kolom: 'Functie' }],
    });
  });

  test('is no reason to take the number of the row for that of a house', () => {
    expect(rij('Nr', 'Vacaturenummer', 'Functie')).toMatchObject({
      zeker: false,
      herkenning: [{ hoe: 'onbekend' }, {}, {}],
    });
    expect(rij('Nr', 'Vacaturenummer', 'Straat')).toMatchObject({ zeker: false });
    expect(rij('Vacaturenummer', 'Straat', 'Nr.', 'Functie')).toMatchObject({
      zeker: true,
      herkenning: [{}, {}, { veld: 'adres.huisnummer' }, {}],
    });
  });

  test('is not chosen between two numbers', () => {
    expect(rij('Vacaturenummer', 'Vacaturenr', 'Functie').zeker).toBe(false);
  });
});

test.each<[SoortNaam, string, string[]]>([
  ['werkzoekende', 'Klantnummer', ['PC', 'Uren p/w']],
  ['werkzoekende', 'Cliëntnummer', ['Postcode woonadres', 'Uren']],
  ['werkzoekende', 'Klant-code', ['Postcode (6)', 'Uren per week']],
  ['vacature', 'Vacature nr', ['Functie', 'Functieomschrijving', 'PC', 'Uren', 'Min. aantal uren']],
  ['vacature', 'Referentienummer', ['Titel vacature', 'Omschrijving functie', 'Postcode werkadres']],
])(
  'a file of the kind %s with names that gemeenten use is read without a mapping: %s',
  (naam, id, koppen) => {
    const { zeker, mapping, ontbreekt } = voorstelVan([[id, ...koppen]], soorten[naam]);
    expect({ zeker, id: mapping.id, ontbreekt }).toEqual({ zeker: true, id: { kolom: id }, ontbreekt: [] });
  },
);

test('the columns of a vacature are recognised as well', () => {
  const { mapping, zeker } = voorstelVan(
    [['Vacature-ID', 'Functietitel', 'Postcode', 'Bedrijfsnaam', 'E-mail contactpersoon', 'Contactpersoon']],
    vacature,
  );
  expect(zeker).toBe(true);
  expect(mapping.kolommen.map(({ veld }) => veld)).toEqual([
    'naamVacature',
    'adres.postcode',
    'werkgever.handelsnaamOrganisatie',
    'werkgever.contactpersoon.1.emailadres[]',
    'werkgever.contactpersoon.1.naamContactpersoonAfdeling',
  ]);
});

describe('the export from Sonar', () => {
  const koppen = [
    'Dashboard',
    'Naam',
    'Burgerservicenummer',
    'Doelgroep',
    'Beschikbare uren',
    'Opleidingsniveau',
    'SBI sector',
    'Beroep',
    'Nederlands mondeling',
    'Nederlands schriftelijk',
    'Rijbewijs',
    'Telefoon',
    'E-mail',
    'Vervoermiddel',
    'Postcode',
    'Doelgroepregister',
    'Klantmanager',
    'Organisatie',
    'Toestemming',
  ];

  test('is recognised with its columns in any order and more of them in between', () => {
    for (let zaad = 0; zaad < 20; zaad++) {
      const gekozen = kies([new Willekeur(zaad).schud(koppen)]);
      expect(gekozen).toMatchObject({ herkomst: 'ingebouwd', naam: 'sonar' });
      if (!('mapping' in gekozen)) continue;
      expect(gekozen.mapping.id).toEqual({ kolom: 'Burgerservicenummer', pseudoniem: true });
      expect(gekozen.mapping.toestemming).toEqual({ kolom: 'Toestemming' });
      expect(
        gekozen.mapping.kolommen
          .filter(({ veld }) => veld === undefined)
          .map(({ kolom }) => kolom)
          .sort(),
      ).toEqual(['Dashboard', 'Doelgroep', 'Naam']);
      expect(controleerMapping(werkzoekende, gekozen.mapping)).toEqual([]);
    }
  });

  test('is recognised by what its headings speak of', () => {
    const anders = [
      'Cliëntnr',
      'Aantal uren beschikbaar voor werk',
      'Hoogst genoten opleidingsniveau',
      'Branche (SBI)',
      'Wensberoep',
      'Spreekvaardigheid Nederlands',
      'Schrijfvaardigheid Nederlands',
      'Soort rijbewijs',
      'Mobiel nr',
      'E-mailadres klant',
      'Vervoermiddelen',
      'Postcode woonplaats',
      'In doelgroepregister banenafspraak',
      'Naam klantmanager',
      'Organisatieonderdeel',
      'Toestemming delen gegevens',
      'Participatieladder',
      'Taal opmerking',
    ];
    const gekozen = kies([new Willekeur(3).schud(anders)]);
    expect(gekozen).toMatchObject({ herkomst: 'ingebouwd', naam: 'sonar' });
    if (!('mapping' in gekozen)) return;
    const over = gekozen.mapping.kolommen.filter(({ veld }) => veld === undefined).map(({ kolom }) => kolom);
    expect(over.sort()).toEqual(['Participatieladder', 'Taal opmerking']);
  });

  test.each(['Organisatie', 'Naam organisatie', 'Afdeling'])('knows %p as that of the case worker', (kop) => {
    const gekozen = kies([koppen.map((naam) => (naam === 'Organisatie' ? kop : naam))]);
    if (!('mapping' in gekozen)) throw new Error('Not recognised');
    expect(gekozen.mapping.kolommen).toContainEqual({
      kolom: kop,
      veld: 'contactpersoon.2.naamContactpersoonAfdeling',
    });
  });

  test('is not recognised without consent', () => {
    expect(kies([koppen.filter((kop) => kop !== 'Toestemming')])).not.toHaveProperty('mapping');
  });

  test('is not read by itself where somebody may have objected too', () => {
    expect(kies([[...koppen, 'Bezwaar tegen delen gegevens']])).not.toHaveProperty('mapping');
  });
});

test('a saved mapping that says nothing of consent does not read a file that has come to ask for it', () => {
  const mapping: Mapping = {
    soort: 'werkzoekende',
    id: { kolom: 'Nr' },
    kolommen: [{ kolom: 'PC', veld: 'mobiliteit.bemiddelingspostcode' }],
  };
  const kiesMet = (eigen: Mapping, koppen: string[]) =>
    kiesMapping(
      werkzoekende,
      [{ nummer: 0, bladnaam: '', eerste: alsRijen([koppen]) }],
      [{ naam: 'x', mapping: eigen }],
    );
  expect(kiesMet(mapping, ['Nr', 'PC', 'Extra'])).toMatchObject({ herkomst: 'opgeslagen' });
  expect(kiesMet(mapping, ['Nr', 'PC', 'Toestemming'])).not.toHaveProperty('mapping');
  const bewust = { ...mapping, kolommen: [...mapping.kolommen, { kolom: 'Toestemming' }] };
  expect(kiesMet(bewust, ['Nr', 'PC', 'Toestemming'])).toMatchObject({ herkomst: 'opgeslagen' });
});

test('a proposal is a mapping that can be saved', () => {
  const { mapping } = voorstelVan([
    ['ID', 'Postcode', 'Rijbewijs', 'Taal 1', 'Taal 2', 'Nederlands lezen', 'Opmerking'],
  ]);
  expect(controleerMapping(werkzoekende, mapping as Mapping)).toEqual([]);
});

test('everything that is wrong with a mapping is told at once', () => {
  const fouten = controleerMapping(werkzoekende, {
    soort: 'werkzoekende',
    id: { kolom: 'BSN' },
    kolommen: [
      { kolom: 'A', veld: 'bestaatNiet' },
      { kolom: 'B', veld: 'arbeidsmarktkwalificatie.taalbeheersing.codeTaal' },
      { kolom: 'bsn nummer', veld: 'persoonlijkePresentatie' },
      { kolom: 'C', veld: 'telefoonnummer[]' },
      { kolom: 'D', veld: 'telefoonnummer.2' },
      { kolom: 'E', veld: 'idWerkzoekende' },
      { kolom: 'F', veld: 'indicatieLdrRegistratie', waarden: [{ van: 'x', naar: 9 }], scheiding: [';'] },
      { kolom: 'f.', veld: 'indicatieLdrRegistratie' },
    ],
  });
  expect(fouten.map(({ pad }) => pad)).toEqual([
    '/id/pseudoniem',
    '/kolommen/0/veld',
    '/kolommen/1/veld',
    '/kolommen/2/veld',
    '/kolommen/5/veld',
    '/kolommen/6/scheiding',
    '/kolommen/6/waarden/0/naar',
    '/kolommen/7/veld',
    '/kolommen/3/veld',
    '/kolommen/7/kolom',
  ]);
});

test('the example for gemeenten is a mapping that can be saved', () => {
  const tekst = readFileSync(new URL('../../../docs/gemeenten.md', import.meta.url), 'utf8');
  const [, json = ''] = /PUT \/v1\/mappingen\S+\s+(\{.*?\n\})\n```/s.exec(tekst) ?? [];
  const mapping = JSON.parse(json) as Mapping;
  expect(controleerMapping(werkzoekende, mapping)).toEqual([]);
  expect(Check(mappingBody, mapping)).toBe(true);
});
