import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { hervatWachtende } from '../../api/aanleveringen/hervat-wachtende.ts';
import { Delenschrijver } from '../../api/aanleveringen/delen/delenschrijver.ts';
import { ontvang } from '../../api/aanleveringen/ontvang.ts';
import type { NieuweAanlevering } from '../../db/aanleveringen.ts';
import { nieuwId } from '../../domain/id.ts';
import { freePort } from '../../ops/local/ports.ts';
import { createLogger } from '../../ops/logger.ts';
import { zoekvelden } from '../../workflows/contract.ts';
import { gemeenteA } from '../support/identity.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { recordsVan } from '../support/rijen.ts';

let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling();
}, 60_000);
afterAll(() => um.stop());

/** An upload that waits for a person, and came in an hour ago. */
async function legVoor(naam: string): Promise<string> {
  const body = alsNdjson([profiel(naam)]);
  const pad = '/v1/aanleveringen?soort=werkzoekende&goedkeuring=handmatig';
  const id = String((await um.vraag('POST', pad, { body })).body['id']);
  while ((await rij(id))?.status !== 'wacht-op-goedkeuring') await sleep(50);
  const uurGeleden = new Date(Date.now() - 3_600_000).toISOString();
  await um.db('aanleveringen').where({ id }).update({ aangeleverd_op: uurGeleden });
  return id;
}

const rij = (id: string) => um.db('aanleveringen').where({ id }).first();
const proces = (id: string) => um.temporal.workflow.getHandle(`aanlevering/${id}`);
const veeg = (naam: string) =>
  um.temporal.workflow.execute('retentie', { taskQueue: 'um', workflowId: naam, args: [] });

test('the sweep ends what an operator terminated, and leaves alone what runs', async () => {
  const gestopt = await legVoor('gestopt');
  const loopt = await legVoor('loopt');
  await proces(gestopt).terminate('by an operator');
  await veeg('veeg-1');

  expect((await um.vraag('GET', `/v1/aanleveringen/${gestopt}`)).body).toMatchObject({
    status: 'mislukt',
    reden: { code: 'verwerking-afgebroken', melding: expect.stringContaining('gestopt') },
    voortgang: { fase: 'klaar' },
  });
  expect(await um.db('aanlevering_delen').where({ aanlevering_id: gestopt })).toEqual([]);
  const publicatie = await um.db('publicaties').where({ aanlevering_id: gestopt }).first();
  expect(publicatie).toMatchObject({ status: 'verworpen' });
  expect(await recordsVan(um.db, publicatie?.id)).toEqual([]);
  const spoor = await um.db('gebeurtenissen').where({ object_id: gestopt }).orderBy('id', 'desc').first();
  expect(spoor).toMatchObject({
    actie: 'aanlevering-mislukt',
    uitkomst: 'verwerking-afgebroken',
    actor: 'um',
  });

  expect(await rij(loopt)).toMatchObject({ status: 'wacht-op-goedkeuring' });
  expect(await um.db('aanlevering_delen').where({ aanlevering_id: loopt })).toHaveLength(1);
  await um.vraag('POST', `/v1/aanleveringen/${loopt}/annulering`);
  await um.wachtOp(loopt);
}, 60_000);

test('the sweep wakes an upload of which the decision went unnoticed', async () => {
  const id = await legVoor('onopgemerkt');
  await um.db('aanleveringen').where({ id }).update({ status: 'goedgekeurd', besluit: 'goedgekeurd' });
  await veeg('veeg-2');
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
}, 60_000);

test('an upload whose process an operator stopped can be cancelled; the sweep clears it', async () => {
  const id = await legVoor('weg');
  await proces(id).terminate('by an operator');
  const besluit = await um.vraag('PUT', `/v1/aanleveringen/${id}/besluit`, {
    body: JSON.stringify({ besluit: 'goedgekeurd' }),
    headers: { 'Content-Type': 'application/json' },
  });
  expect(besluit).toMatchObject({ status: 409 });
  expect(await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`)).toMatchObject({
    status: 202,
    body: { status: 'geannuleerd' },
  });
  await veeg('veeg-3');
  expect(await rij(id)).toMatchObject({ status: 'geannuleerd', fase: 'klaar' });
  expect(await um.db('aanlevering_delen').where({ aanlevering_id: id })).toEqual([]);
}, 60_000);

/** An upload that came in whole an hour ago, and whose process died before it could start. */
async function nietBegonnen(): Promise<string> {
  const id = nieuwId(new Date());
  const uurGeleden = new Date(Date.now() - 3_600_000);
  const upload: NieuweAanlevering = {
    ...{ id, oin: gemeenteA, soort: 'vacature', aangeleverd_door: 'iemand' },
    ...{ fouten_modus: 'weiger', modus: 'volledig', goedkeuring: 'automatisch', mapping: null },
    ...{ aangeleverd_op: uurGeleden.toISOString(), correlatie_id: 'c', idempotentie_sleutel: null },
  };
  const inhoud = Readable.from([Buffer.from('{"idVacature":"v"}')]);
  const delen = new Delenschrijver(um.databaseUrl);
  await ontvang({ db: um.db, clock: () => uurGeleden, delen }, upload, inhoud, 1_000);
  return id;
}

test('the sweep starts an upload that came in whole and was never begun, as the API would have', async () => {
  const id = await nietBegonnen();
  await veeg('veeg-4');
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
  expect(await um.gevonden('vacature')).toEqual(['v']);
  const { typedSearchAttributes, staticSummary } = await proces(id).describe();
  expect(typedSearchAttributes.get(zoekvelden.gemeente)).toBe(gemeenteA);
  expect(typedSearchAttributes.get(zoekvelden.soort)).toBe('vacature');
  expect(await staticSummary()).toBe('Aanlevering van vacatures');
}, 60_000);

test('an API that starts begins with what one that died had received, once; without Temporal it only says so', async () => {
  const log: string[] = [];
  const logger = createLogger('test', 'warn', { write: (regel: string) => void log.push(regel) });
  const deps = { db: um.db, clock: () => new Date(), logger };
  const id = await nietBegonnen();
  const connection = Connection.lazy({ address: `127.0.0.1:${String(await freePort())}` });
  await hervatWachtende({ ...deps, temporal: new Client({ connection }) });
  expect(log).toHaveLength(1);
  expect(await rij(id)).toMatchObject({ status: 'wacht' });

  await Promise.all([1, 2].map(() => hervatWachtende({ ...deps, temporal: um.temporal })));
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
  const spoor = await um.db('gebeurtenissen').where({ object_id: id }).orderBy('id').pluck('actie');
  expect(spoor).toEqual(['aanlevering-ontvangen', 'aanlevering-gepubliceerd']);
  expect(log).toHaveLength(1);
}, 60_000);

test('polling costs a 304 as long as nothing changes', async () => {
  const { id } = await um.leverAan('soort=werkzoekende', alsNdjson([profiel('a')]));
  await proces(id).result();
  const adres = `/v1/aanleveringen/${id}`;
  const { headers, body } = await um.vraag('GET', adres);
  expect(body).toMatchObject({ voortgang: { fase: 'klaar', gelezen: 1, gepubliceerd: 1, percentage: 100 } });
  const weer = await um.vraag('GET', adres, { headers: { 'If-None-Match': headers.get('etag') ?? '' } });
  expect(weer.status).toBe(304);
});
