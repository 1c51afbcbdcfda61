import { describe, expect, test } from '@jest/globals';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';

const { werkzoekende, vacature } = soorten;

describe('a werkzoekende as a match', () => {
  test('leaves out everything that only a detail may show', () => {
    const zichtbaar = {
      idWerkzoekende: 'w-1',
      mobiliteit: { bemiddelingspostcode: '1234AB', maximaleReisafstand: 0 },
      indicatieBeschikbaarheidContactgegevens: 1,
    };
    const detail = {
      ...zichtbaar,
      contactpersoon: [{ naamContactpersoonAfdeling: 'Balie' }],
      eisAanWerk: { indicatieBegeleiding: 1 },
      emailadres: ['balie@example.nl'],
      indicatieLdrRegistratie: 1,
      persoonlijkePresentatie: 'Ik ben handig.',
      telefoonnummer: ['0101234567'],
      webadres: [{ url: 'https://example.nl' }],
    };
    expect(werkzoekende.alsMatch(detail)).toEqual(zichtbaar);
  });

  test('keeps what is empty', () => {
    const record = {
      idWerkzoekende: 'w-1',
      mobiliteit: { bemiddelingspostcode: '1234AB' },
      arbeidsmarktkwalificatie: { taalbeheersing: [], opleiding: [{}, { toelichtingOpleiding: '' }] },
      flexibiliteit: {},
      sector: [],
    };
    expect(werkzoekende.alsMatch(record)).toEqual(record);
  });
});

describe('a vacature as a match', () => {
  test('leaves out the contact persons inside the employer, and the number of the vacancy', () => {
    const record = {
      idVacature: 'v-1',
      adres: { postcode: '1234AB', straatnaam: 'Dorpsstraat', huisnummer: 0, huisnummertoevoeging: '' },
      nummerVacature: '7',
      werkgever: {
        handelsnaamOrganisatie: 'Bakkerij',
        sector: [{ codeSbi: 0 }],
        contactpersoon: [{ naamContactpersoonAfdeling: 'Personeelszaken', emailadres: ['pz@example.nl'] }],
      },
    };
    expect(vacature.alsMatch(record)).toEqual({
      idVacature: 'v-1',
      adres: { postcode: '1234AB', straatnaam: 'Dorpsstraat', huisnummer: 0, huisnummertoevoeging: '' },
      werkgever: { handelsnaamOrganisatie: 'Bakkerij', sector: [{ codeSbi: 0 }] },
    });
  });

  test('lets nothing through that the match does not name, however deep', () => {
    const geheim = 'geheim';
    const record = JSON.parse(
      JSON.stringify({
        idVacature: 'v-1',
        adres: { postcode: '1234AB', geheim },
        naamVacature: { geheim },
        omschrijvingVacature: [geheim],
        beroep: geheim,
        cursus: [geheim, { naamCursus: 'Lassen', geheim: [geheim] }],
        rijbewijs: { geheim },
        werkgever: { webadres: [{ url: 'https://example.nl', geheim: { geheim } }] },
        geheim,
      }).replace('"geheim":"geheim"}', '"__proto__":{"geheim":"geheim"}}'),
    ) as RecordInhoud;
    const match = vacature.alsMatch(record);
    expect(JSON.stringify(match)).not.toContain(geheim);
    expect(match).toEqual({
      idVacature: 'v-1',
      adres: { postcode: '1234AB' },
      cursus: [{ naamCursus: 'Lassen' }],
      werkgever: { webadres: [{ url: 'https://example.nl' }] },
    });
  });

  test('leaves the record as it was', () => {
    const record = { idVacature: 'v-1', nummerVacature: '7', werkgever: { contactpersoon: [] } };
    const eerder = structuredClone(record);
    vacature.alsMatch(record);
    expect(record).toEqual(eerder);
  });
});
