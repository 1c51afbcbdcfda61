import { describe, expect, test } from '@jest/globals';
import { leesSelectie } from '../../../domain/selectie/lees-selectie.ts';
import { leesPostcodes } from '../../../domain/selectie/postcodes.ts';
import { voldoet } from '../../../domain/selectie/voldoet.ts';
import { vacatureSelectie } from '../../../domain/soorten/vacature/selectie.ts';
import { werkzoekendeSelectie } from '../../../domain/soorten/werkzoekende/selectie.ts';
import { officieleData, overgeslagen } from '../../support/officiele-data.ts';
import { orakel } from '../../support/orakel.ts';
import { opgevuld, vraagObject } from '../../support/vraagobjecten.ts';
import { Willekeur } from '../../support/willekeur.ts';

const soorten = {
  werkzoekende: {
    naam: 'werkzoekende',
    selecteerbaar: werkzoekendeSelectie,
    id: 'idWerkzoekende',
    postcodeVeld: 'mobiliteit.bemiddelingspostcode',
  },
  vacature: {
    naam: 'vacature',
    selecteerbaar: vacatureSelectie,
    id: 'idVacature',
    postcodeVeld: 'adres.postcode',
  },
} as const;
type SoortTest = (typeof soorten)['werkzoekende'] | (typeof soorten)['vacature'];

const dorp = leesPostcodes('postcode,latitude,longitude\n1000,52.0,5.0\n2000,52.1,5.0\n');

describe('comparisons are those of MongoDB', () => {
  const vindt = (voorwaarden: object, record: object): boolean => {
    const selectiegebied = { postcode: '1000AA', afstand: 5 };
    const { selectie } = leesSelectie(soorten.vacature, { selectiegebied, ...voorwaarden });
    if (!selectie) throw new Error('not a selection');
    const plaats = { adres: { postcode: '1000BB' } };
    return voldoet(selectie, { ...plaats, ...record }, 'adres.postcode', dorp);
  };
  const niveau = (codeWerkEnDenkniveauMinimaal: unknown) => ({ codeWerkEnDenkniveauMinimaal });
  const taal = (element: object) => ({ taalbeheersing: { $all: [{ $elemMatch: element }] } });

  test('a missing value and a value of another type never match', () => {
    expect(vindt(niveau({ $lt: '7' }), {})).toBe(false);
    expect(vindt(niveau({ $lt: '7' }), niveau(3))).toBe(false);
    expect(vindt(niveau({ $lt: '7' }), niveau(null))).toBe(false);
  });

  test('text compares as text, so below 7 includes 0', () => {
    expect(vindt(niveau({ $lt: '7' }), niveau('0'))).toBe(true);
    expect(vindt(niveau({ $lt: '7' }), niveau('7'))).toBe(false);
  });

  test('language level 8 satisfies a minimum', () => {
    const gevraagd = taal({ codeTaal: { $eq: 'nld' }, codeNiveauTaalbeheersingMondeling: { $gte: 4 } });
    const spreekt = (codeNiveauTaalbeheersingMondeling: number) => ({
      taalbeheersing: [{ codeTaal: 'nld', codeNiveauTaalbeheersingMondeling }],
    });
    expect(vindt(gevraagd, spreekt(8))).toBe(true);
    expect(vindt(gevraagd, spreekt(3))).toBe(false);
  });

  test('language and level are asked of one and the same element', () => {
    const gevraagd = taal({ codeTaal: { $eq: 'nld' }, codeNiveauTaalbeheersingMondeling: { $gte: 4 } });
    const talen = [{ codeTaal: 'nld' }, { codeTaal: 'eng', codeNiveauTaalbeheersingMondeling: 4 }];
    expect(vindt(gevraagd, { taalbeheersing: talen })).toBe(false);
  });

  test('only the radius counts, to the border; an unknown postcode is in no radius', () => {
    expect(vindt({}, {})).toBe(true);
    expect(vindt({}, { adres: { postcode: '2000AA' } })).toBe(false);
    expect(vindt({}, { adres: { postcode: '3000AA' } })).toBe(false);
    expect(vindt({}, { adres: {} })).toBe(false);
    expect(
      vindt({ selectiegebied: { postcode: '1000AA', afstand: 12 } }, { adres: { postcode: '2000AA' } }),
    ).toBe(true);
    expect(
      vindt({ selectiegebied: { postcode: '3000AA', afstand: 999 } }, { adres: { postcode: '3000AA' } }),
    ).toBe(false);
  });
});

const data = officieleData();
(data ? describe : describe.skip)(data ? 'the official samples' : overgeslagen, () => {
  if (!data) return;
  const postcodes = leesPostcodes(data.postcodeCsv);
  const gevonden = (soort: SoortTest, vraag: unknown): string[] => {
    const { selectie, fouten } = leesSelectie(soort, vraag);
    if (!selectie) throw new Error(JSON.stringify({ vraag, fouten }));
    return data.records[soort.naam]
      .filter((record) => voldoet(selectie, record, soort.postcodeVeld, postcodes))
      .map((record) => String(record[soort.id]))
      .sort();
  };

  test.each(Object.values(soorten))('every sample question finds what the oracle finds: $naam', (soort) => {
    for (const vraag of data.vragen[soort.naam]) {
      expect(gevonden(soort, vraag)).toEqual(orakel(soort.naam, vraag, data.records[soort.naam]).sort());
    }
  });

  test.each(Object.values(soorten))('so does every generated question, padded or not: $naam', (soort) => {
    const w = new Willekeur(3);
    const tekst = JSON.stringify(data.records[soort.naam]);
    const bron = {
      postcodes: [...new Set(tekst.match(/\b[0-9]{4}[A-Z]{2}\b/g))],
      beroepen: [...new Set(tekst.match(/https:[^"]*occupation[^"]*/g))],
    };
    let treffers = 0;
    for (let i = 0; i < 400; i += 1) {
      const vraag = vraagObject(w, soort.naam, bron);
      const verwacht = orakel(soort.naam, vraag, data.records[soort.naam]).sort();
      treffers += verwacht.length;
      expect(gevonden(soort, vraag)).toEqual(verwacht);
      expect(gevonden(soort, opgevuld(w, vraag))).toEqual(verwacht);
    }
    expect(treffers).toBeGreaterThan(100);
  });
});
