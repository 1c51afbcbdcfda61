import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { Wachtkamer } from '../../../activities/detailvraag/wachtkamer.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { gemeenteA, startIdentityProvider, type TestIdentityProvider } from '../../support/identity.ts';
import { bewaarZoekvraag } from '../../support/rijen.ts';

let database: TestDatabase;
let identity: TestIdentityProvider;
let api: TestApi;
const connection = Connection.lazy({ address: '127.0.0.1:1' });

beforeAll(async () => {
  database = await createTestDatabase();
  identity = await startIdentityProvider();
  api = await startApi(database.db, identity, { temporal: new Client({ connection }) });
});
afterAll(async () => {
  await api.stop();
  await identity.stop();
  await database.stop();
});

test.each([{}, { Prefer: 'respond-async' }])(
  'without Temporal a question is refused, and nothing looks as if it ran',
  async (prefer) => {
    const body = { soort: 'vacature', vraagObject: { selectiegebied: { postcode: '1012AB', afstand: 1 } } };
    const antwoord = await fetch(`${api.url}/v1/zoekvragen`, {
      method: 'POST',
      headers: {
        ...(await identity.as(gemeenteA, 'bemiddelaar')),
        'Content-Type': 'application/json',
        ...prefer,
      },
      body: JSON.stringify(body),
    });
    expect(antwoord.status).toBe(503);
    const probleem = (await antwoord.json()) as { code: string; zoekvraagId: string };
    expect(probleem.code).toBe('verwerking-niet-beschikbaar');
    expect(await database.db('zoekvragen').where('id', probleem.zoekvraagId).first()).toMatchObject({
      status: 'mislukt',
      sleutel: null,
    });
    expect(await database.db('zoekvragen').where('status', 'loopt')).toEqual([]);
  },
);

describe('a detail that cannot be asked now', () => {
  const zoekvraagId = '11111111-1111-4111-8111-111111111111';
  beforeAll(() => bewaarZoekvraag(database.db, { id: zoekvraagId }, 2));

  const vraagDetail = async (adres: string, vumID: string) => {
    const antwoord = await fetch(`${adres}/v1/zoekvragen/${zoekvraagId}/detailvragen`, {
      method: 'POST',
      headers: { ...(await identity.as(gemeenteA, 'bemiddelaar')), 'Content-Type': 'application/json' },
      body: JSON.stringify({ vumID, reden: 'gesprek voorbereiden' }),
    });
    const { code } = (await antwoord.json()) as { code: string };
    const rij = await database.db('detailvragen').where('vum_id', vumID).first();
    return { antwoord: [antwoord.status, code], rij: [rij?.status, rij?.fout_code] };
  };

  test('because Temporal is away is taken back at once', async () => {
    expect(await vraagDetail(api.url, 'vum-1')).toEqual({
      antwoord: [503, 'verwerking-niet-beschikbaar'],
      rij: ['vrijgegeven', 'verwerking-niet-beschikbaar'],
    });
    expect(await database.db('gebeurtenissen').orderBy('id').pluck('actie')).toEqual(
      expect.arrayContaining(['detail-gevraagd', 'detail-vrijgegeven']),
    );
  });

  test('because too many wait is taken back at once', async () => {
    const detailPost = { wachtkamer: new Wachtkamer(0), taskQueue: 'um-api-none' } as const;
    const druk = await startApi(database.db, identity, { detailPost });
    try {
      expect(await vraagDetail(druk.url, 'vum-2')).toEqual({
        antwoord: [503, 'te-druk'],
        rij: ['vrijgegeven', 'te-druk'],
      });
    } finally {
      await druk.stop();
    }
  });
});
