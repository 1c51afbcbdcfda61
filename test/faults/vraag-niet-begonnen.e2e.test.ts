import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { hervatLopende } from '../../api/zoekvragen/hervat-lopende.ts';
import { stelZoekvraag, type NieuweZoekvraag } from '../../db/zoekvragen.ts';
import { nieuwId } from '../../domain/id.ts';
import { freePort } from '../../ops/local/ports.ts';
import { gemeenteA } from '../support/identity.ts';
import { json } from '../support/nep-vum.ts';
import { matches, startZoekOpstelling, type ZoekOpstelling } from '../support/zoek-opstelling.ts';

let um: ZoekOpstelling;
beforeAll(async () => {
  um = await startZoekOpstelling();
  um.vum.gedraag(json(200, matches(3)));
}, 60_000);
afterAll(() => um.stop());

/** A question whose API died after it had noted it. */
async function genoteerd(): Promise<string> {
  const nu = new Date();
  const vraag: NieuweZoekvraag = {
    ...{ id: nieuwId(nu), oin: gemeenteA, soort: 'werkzoekende', sleutel: nieuwId(nu) },
    ...{ vraag: '{}', gesteld_door: 'iemand', correlatie_id: 'c', gesteld_op: nu.toISOString() },
    verloopt_op: new Date(nu.getTime() + 3_600_000).toISOString(),
  };
  return (await stelZoekvraag(um.db, vraag, false)).row.id;
}

const lees = async (id: string) => (await um.vraag('GET', `/v1/zoekvragen/${id}`)).body['status'];

test('an API that starts begins with a question that one that died had noted, once; without Temporal it only says so', async () => {
  const id = await genoteerd();
  const connection = Connection.lazy({ address: `127.0.0.1:${String(await freePort())}` });
  await hervatLopende({ ...um.apiDeps, temporal: new Client({ connection }) });
  await connection.close();
  expect(um.log.filter((regel) => regel.includes('Questions that run were not looked at'))).toHaveLength(1);
  expect(await lees(id)).toBe('loopt');

  await Promise.all([1, 2].map(() => hervatLopende(um.apiDeps)));
  while ((await lees(id)) === 'loopt');
  await hervatLopende(um.apiDeps);
  expect(await lees(id)).toBe('beantwoord');
  expect(um.vum.verzoeken).toHaveLength(1);
  expect(um.log.filter((regel) => regel.includes('were not looked at'))).toHaveLength(1);
}, 60_000);
