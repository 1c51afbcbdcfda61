import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { headers, OIN, startBron, type BronOpstelling, type Verzoek } from '../../support/bron-opstelling.ts';
import { publiceer } from '../../support/publiceer.ts';

const overal = { selectiegebied: { postcode: '3511AB', afstand: 999 } };
const json = { ...headers, 'Content-Type': 'application/json' };
const zoekvraag: Verzoek = {
  pad: '/werkzoekendeProfielen/matches',
  headers: json,
  lichaam: JSON.stringify({ vraagObject: overal }),
};
const record = {
  idWerkzoekende: 'a.b_c-1',
  mobiliteit: { bemiddelingspostcode: '3511AB' },
  persoonlijkePresentatie: 'Merkteken-in-het-detail',
  sector: [],
  emailadres: [''],
};
const detail: Verzoek = { pad: '/werkzoekendeProfielen/a.b_c-1' };

let om: BronOpstelling;
beforeAll(async () => {
  om = await startBron();
  await publiceer(om.database.db, OIN.gemeente, 'werkzoekende', [record]);
  await publiceer(om.database.db, OIN.buurgemeente, 'vacature', [
    { idVacature: 'v', adres: { postcode: '3511AB' } },
  ]);
  await om.bijgewerkt();
});
afterAll(() => om.stop());

const code = async (verzoek: Verzoek): Promise<unknown> => {
  const { status, json } = await om.vraag(verzoek);
  return [status, json['code']];
};

describe('who may call', () => {
  test('without a certificate, or with one of another authority, there is no connection', async () => {
    await expect(om.vraagAls(null, zoekvraag)).rejects.toThrow();
    await expect(om.vraagAls({ oin: OIN.vum, onbekendeAutoriteit: true }, zoekvraag)).rejects.toThrow();
  });

  test('a certificate of another OIN gets an empty 401, whatever its headers claim', async () => {
    const gespoofd = {
      ...json,
      'X-VUM-fromParty': OIN.vum,
      'X-Client-Cert-Serial': OIN.vum,
      'X-OIN': OIN.vum,
    };
    for (const verzoek of [
      { ...zoekvraag, headers: gespoofd },
      { ...detail, headers: gespoofd },
    ]) {
      const antwoord = await om.vraagAls({ oin: OIN.vreemde }, verzoek);
      expect([antwoord.status, antwoord.tekst]).toEqual([401, '']);
    }
  });

  test('plain HTTP gets no answer', async () => {
    await expect(request(om.url.replace('https', 'http'))).rejects.toThrow();
  });

  test('a resumed connection is still known by its certificate', async () => {
    for (let i = 0; i < 3; i += 1) {
      expect((await om.vraagAls({ oin: OIN.vum }, { ...zoekvraag })).status).toBe(200);
    }
  });
});

describe('the headers of a message', () => {
  test.each(Object.keys(headers))('without %s the call is incomplete', async (naam) => {
    const zonder = Object.fromEntries(Object.entries(json).filter(([header]) => header !== naam));
    expect(await code({ ...zoekvraag, headers: zonder })).toEqual([400, '400.02']);
    expect(await code({ ...detail, headers: zonder })).toEqual([400, '400.02']);
  });

  test.each([
    ['API-Version', '3.0'],
    ['X-VUM-berichtVersie', '3.0.1'],
    ['X-VUM-SUWIparty', 'ja'],
    ['X-VUM-toParty', '1'.repeat(101)],
    ['X-VUM-toParty', OIN.vreemde],
  ])('a wrong %s (%s) makes the call invalid', async (naam, waarde) => {
    expect(await code({ ...zoekvraag, headers: { ...json, [naam]: waarde } })).toEqual([400, '400.01']);
    expect(await code({ ...detail, headers: { ...headers, [naam]: waarde } })).toEqual([400, '400.01']);
  });
});

describe('what is asked', () => {
  test.each<[string, Partial<Verzoek>, string]>([
    ['malformed JSON', { lichaam: '{"vraagObject":' }, '400.01'],
    ['a body in another encoding', { lichaam: Buffer.from('{"vraagObject":"\xe9"}', 'latin1') }, '400.01'],
    ['another content type', { headers: { ...json, 'Content-Type': 'text/plain' } }, '400.01'],
    ['a compressed body', { headers: { ...json, 'Content-Encoding': 'gzip' } }, '400.01'],
    [
      'a body that is too large',
      { lichaam: JSON.stringify({ vraagObject: 'x'.repeat(1_000_000) }) },
      '400.01',
    ],
    ['a list', { lichaam: '[]' }, '400.01'],
    ['no vraagObject', { lichaam: '{}' }, '400.02'],
    ['no search area', { lichaam: '{"vraagObject":{}}' }, '400.02'],
    [
      'a wrong search area',
      { lichaam: '{"vraagObject":{"selectiegebied":{"postcode":"x","afstand":1}}}' },
      '400.01',
    ],
    [
      'something beside the vraagObject',
      { lichaam: JSON.stringify({ vraagObject: overal, x: 1 }) },
      '400.01',
    ],
  ])('%s is refused', async (_, anders, verwacht) => {
    expect(await code({ ...zoekvraag, ...anders })).toEqual([400, verwacht]);
  });

  test('a search without a body is incomplete', async () => {
    const { lichaam: _, ...zonder } = zoekvraag;
    expect(await code({ ...zonder, methode: 'POST' })).toEqual([400, '400.02']);
  });

  test('beside the vraagObject of a vacancy the contract allows more', async () => {
    const antwoord = await om.vraag({
      pad: '/vacatures/matches',
      headers: { ...json, 'X-VUM-toParty': OIN.buurgemeente },
      lichaam: JSON.stringify({ vraagObject: overal, x: 1 }),
    });
    expect(antwoord.status).toBe(200);
  });

  test.each<[string, Verzoek]>([
    ['an unknown path', { pad: '/iets' }],
    ['the root', { pad: '/' }],
    ['a deeper path', { pad: '/vacatures/a/b' }],
    ['another method', { pad: '/vacatures/a', methode: 'DELETE' }],
    ['a search by GET', { pad: '/vacatures/matches' }],
    ['a search elsewhere', { ...zoekvraag, pad: '/vacatures/zoek' }],
    ['an id that does not exist', { pad: '/werkzoekendeProfielen/bestaatniet' }],
    ['an id of another gemeente', { pad: '/vacatures/v' }],
    ['an id of another soort', { pad: '/vacatures/a.b_c-1' }],
    ['an empty id', { pad: '/vacatures/' }],
    ['an id that no id can be', { pad: '/vacatures/%00%27' }],
    ['an id that is badly encoded', { pad: '/vacatures/%E0%A4%A' }],
  ])('%s is an invalid call', async (_, verzoek) => {
    expect(await code(verzoek)).toEqual([400, '400.01']);
  });
});

describe('a detail', () => {
  test('is the record exactly as it was delivered, and leaves a trace', async () => {
    const antwoord = await om.vraag(detail);
    expect(antwoord.status).toBe(200);
    expect(antwoord.json).toEqual(record);
    const spoor = await om.database.db('gebeurtenissen').where({ actie: 'detail-beantwoord' });
    expect(spoor).toEqual([
      expect.objectContaining({
        oin: OIN.gemeente,
        actor: `oin:${OIN.bemiddelaar}`,
        object_soort: 'werkzoekende',
        object_id: 'a.b_c-1',
        uitkomst: 'gelukt',
      }),
    ]);
  });

  test('leaves nothing of itself or of its id in the log', () => {
    expect(om.logregels.length).toBeGreaterThan(10);
    expect(om.logregels.filter((regel) => /Merkteken|a\.b_c-1/.test(regel))).toEqual([]);
  });
});

test('too many requests a second get 429', async () => {
  const streng = await startBron({ perSeconde: 1 });
  try {
    const statussen = [];
    for (let i = 0; i < 5; i += 1) statussen.push((await streng.vraag(detail)).status);
    expect(statussen).toContain(429);
  } finally {
    await streng.stop();
  }
});

test('who comes when it is too busy gets 503', async () => {
  const druk = await startBron({ tegelijk: 0 });
  try {
    const antwoord = await druk.zoek('vacatures', overal);
    expect([antwoord.status, antwoord.json['code']]).toEqual([503, '500.3']);
  } finally {
    await druk.stop();
  }
});

test('what cannot be loaded gets 503, never an empty answer, and is tried again', async () => {
  const kapot = await startBron();
  try {
    await publiceer(kapot.database.db, OIN.gemeente, 'werkzoekende', [record]);
    await kapot.database.db('publicatie_records').update({ inhoud: '{' });
    for (let i = 0; (await kapot.zoek('werkzoekendeProfielen', overal)).json['code'] !== '500.3'; i += 1) {
      if (i > 1000) throw new Error('No 503');
      kapot.bron.wek();
    }
    expect(kapot.bron.stand()).toMatchObject({ gereed: false, actief: 1, geladen: 0 });
    await kapot.database.db('publicatie_records').update({ inhoud: JSON.stringify(record) });
    await kapot.bijgewerkt();
    expect((await kapot.zoek('werkzoekendeProfielen', overal)).status).toBe(200);
    expect(kapot.bron.stand()).toMatchObject({ gereed: true, geladen: 1, records: 1 });
  } finally {
    await kapot.stop();
  }
});
