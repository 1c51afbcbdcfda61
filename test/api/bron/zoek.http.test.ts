import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { headers, OIN, startBron, type BronOpstelling } from '../../support/bron-opstelling.ts';
import { officieleData, overgeslagen } from '../../support/officiele-data.ts';
import { orakel } from '../../support/orakel.ts';
import { publiceer, trekIn } from '../../support/publiceer.ts';
import { opgevuld, vraagObject } from '../../support/vraagobjecten.ts';
import { Willekeur } from '../../support/willekeur.ts';

type Json = Record<string, unknown>;
const overal = { selectiegebied: { postcode: '3511AB', afstand: 999 } };
const profiel = (id: string, extra: Json = {}): Json => ({
  idWerkzoekende: id,
  mobiliteit: { bemiddelingspostcode: '3511AB' },
  ...extra,
});

let om: BronOpstelling;
beforeAll(async () => {
  om = await startBron();
});
afterAll(() => om.stop());

const ids = (antwoord: { json: Json }, veld = 'idWerkzoekende'): string[] =>
  (antwoord.json['matches'] as Json[]).map((match) => String(match[veld]));

describe('what a gemeente finds in the answer', () => {
  test('a gemeente that published nothing has no matches; one that UM does not serve is an invalid call', async () => {
    await om.database.db('gemeenten').insert({ oin: OIN.buurgemeente, naam: 'Buren' });
    await om.bijgewerkt();
    const leeg = await wachtOp(() => om.zoek('vacatures', overal, OIN.buurgemeente), 200);
    expect(leeg.json).toEqual({ maximumAantalResultatenBereikt: false, matches: [] });
    const onbekend = await om.zoek('vacatures', overal, OIN.vreemde);
    expect([onbekend.status, onbekend.json['code']]).toEqual([400, '400.01']);
  });

  test('a match holds no field that only a detail may show, and keeps what is empty', async () => {
    const geheim = {
      persoonlijkePresentatie: 'GEHEIM',
      emailadres: ['GEHEIM@example.org'],
      telefoonnummer: ['1'],
    };
    await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', [profiel('a', { ...geheim, sector: [] })]);
    await om.bijgewerkt();
    const antwoord = await om.zoek('werkzoekendeProfielen', overal);
    expect(antwoord.json).toEqual({
      maximumAantalResultatenBereikt: false,
      matches: [profiel('a', { sector: [] })],
    });
    expect(antwoord.headers).toMatchObject({
      'api-version': '3.0.0',
      'x-vum-berichtversie': '3.0.0',
      'x-vum-toparty': headers['X-VUM-fromParty'],
      'x-vum-fromparty': headers['X-VUM-toParty'],
      'x-vum-viaparty': headers['X-VUM-viaParty'],
    });
  });

  test('records of another gemeente, and of another soort, never appear', async () => {
    await publiceer(om.database.db, OIN.buurgemeente, 'werkzoekende', [profiel('buur')]);
    await om.bijgewerkt();
    expect(ids(await om.zoek('werkzoekendeProfielen', overal))).toEqual(['a']);
    expect(ids(await om.zoek('werkzoekendeProfielen', overal, OIN.buurgemeente))).toEqual(['buur']);
    expect(ids(await om.zoek('vacatures', overal))).toEqual([]);
  });

  test('what is withdrawn is found no more', async () => {
    await trekIn(om.database.db, OIN.buurgemeente, 'werkzoekende');
    om.bron.wek();
    for (
      let i = 0;
      ids(await om.zoek('werkzoekendeProfielen', overal, OIN.buurgemeente)).length > 0;
      i += 1
    ) {
      if (i > 1000) throw new Error('Still found');
    }
  });

  test.each([
    [99, false],
    [100, false],
    [101, true],
  ])(
    'of %i hits at most a hundred are given, by id, and the flag says whether there were more',
    async (aantal, meer) => {
      const records = Array.from({ length: aantal }, (_, i) => profiel(`p${String(i).padStart(3, '0')}`));
      await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', records);
      await om.bijgewerkt();
      const antwoord = await om.zoek('werkzoekendeProfielen', overal);
      expect(antwoord.json['maximumAantalResultatenBereikt']).toBe(meer);
      expect(ids(antwoord)).toEqual(records.slice(0, 100).map((record) => record['idWerkzoekende']));
    },
  );
});

test('under load a publicatie is replaced as a whole: answers are old or new, never a mixture', async () => {
  const versie = (naam: string): Json[] =>
    Array.from({ length: 40 }, (_, i) => profiel(`${naam}${i}`, { sector: [{ codeSbi: i }] }));
  await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', versie('v0-'));
  await om.bijgewerkt();
  let klaar = false;
  const gezien = new Set<string>();
  const vrager = async (): Promise<void> => {
    while (!klaar) {
      const gevonden = ids(await om.zoek('werkzoekendeProfielen', overal));
      const versies = new Set(gevonden.map((id) => id.split('-')[0] ?? ''));
      expect([versies.size, gevonden.length]).toEqual([1, 40]);
      for (const naam of versies) gezien.add(naam);
    }
  };
  const vragers = [vrager(), vrager(), vrager(), vrager()];
  for (const naam of ['v1-', 'v2-', 'v3-']) {
    await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', versie(naam));
    await om.bijgewerkt();
  }
  klaar = true;
  await Promise.all(vragers);
  expect([...gezien].sort()).toEqual(expect.arrayContaining(['v0', 'v3']));
});

test('answers at the same time are each their own', async () => {
  const vulling = 'x'.repeat(1500);
  const van = (naam: string): Json[] =>
    Array.from({ length: 100 }, (_, i) => profiel(`${naam}${i}`, { sector: [{ codeSbi: 1, vulling }] }));
  await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', van('hier'));
  await publiceer(om.database.db, OIN.buurgemeente, 'werkzoekende', van('buur'));
  await om.bijgewerkt();
  const vraag = async (gemeente: string, naam: string): Promise<void> => {
    const gevonden = ids(await om.zoek('werkzoekendeProfielen', overal, gemeente));
    expect(gevonden).toHaveLength(100);
    expect(gevonden.every((id) => id.startsWith(naam))).toBe(true);
  };
  await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      i % 2 === 0 ? vraag(OIN.gemeente, 'hier') : vraag(OIN.buurgemeente, 'buur'),
    ),
  );
});

const data = officieleData();
(data ? describe : describe.skip)(data ? 'the official samples' : overgeslagen, () => {
  if (!data) return;
  beforeAll(async () => {
    for (const soort of Object.values(soorten)) {
      await publiceer(om.database.db, OIN.gemeente, soort.naam, data.records[soort.naam]);
    }
    await om.bijgewerkt();
  });

  const vergelijk = async (
    soort: (typeof soorten)['vacature'],
    vraag: Json,
    gesteld: unknown,
  ): Promise<void> => {
    const verwacht = orakel(soort.naam, vraag, data.records[soort.naam]);
    const antwoord = await om.zoek(soort.vum.pad, gesteld);
    const gevonden = ids(antwoord, soort.idVeld);
    expect(antwoord.status).toBe(200);
    expect(antwoord.json['maximumAantalResultatenBereikt']).toBe(verwacht.length > 100);
    expect(gevonden).toEqual(verwacht.slice(0, 100));
  };

  test.each(Object.values(soorten))(
    'every sample question finds what the oracle finds: $naam',
    async (soort) => {
      for (const vraag of data.vragen[soort.naam]) {
        await vergelijk(soort, vraag, vraag);
        for (const afstand of [0, 5, 20, 60]) {
          const gebied = vraag['selectiegebied'] as Json;
          const klein = { ...vraag, selectiegebied: { ...gebied, afstand } };
          await vergelijk(soort, klein, klein);
        }
      }
    },
  );

  test.each(Object.values(soorten))('so do generated and padded questions: $naam', async (soort) => {
    const w = new Willekeur(4);
    const tekst = JSON.stringify(data.records[soort.naam]);
    const bron = {
      postcodes: [...new Set(tekst.match(/\b[0-9]{4}[A-Z]{2}\b/g))],
      beroepen: [...new Set(tekst.match(/https:[^"]*occupation[^"]*/g))],
    };
    for (let i = 0; i < 150; i += 1) {
      const vraag = vraagObject(w, soort.naam, bron);
      await vergelijk(soort, vraag, opgevuld(w, vraag));
    }
  });
});

async function wachtOp<T extends { status: number }>(doe: () => Promise<T>, status: number): Promise<T> {
  for (let i = 0; ; i += 1) {
    const antwoord = await doe();
    if (antwoord.status === status) return antwoord;
    if (i > 1000) throw new Error(`Status stays ${antwoord.status}`);
    om.bron.wek();
  }
}
