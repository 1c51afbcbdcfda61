import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { deelGrootte } from '../../db/aanlevering-delen.ts';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';

const adres = '/v1/aanleveringen?soort=werkzoekende';
const inhoud = alsNdjson(Array.from({ length: 12_000 }, (_, n) => profiel(`p-${String(n)}`)));
/** One piece of the storage, so that nothing more comes in once that is there. */
const begin = deelGrootte;
const minuut = 60_000;

let verstreken = 0;
let um: AanleverOpstelling;
beforeAll(async () => {
  um = await startAanleverOpstelling({ clock: () => new Date(Date.now() + verstreken) });
}, 60_000);
afterAll(() => um.stop());

interface Halve {
  readonly id: string;
  readonly verzoek: ClientRequest;
  /** Status and body of the answer, once it comes. */
  readonly antwoord: Promise<[number | undefined, unknown]>;
}

/** Begins an upload and waits until the first piece of it is stored. */
async function begonnen(sleutel: string, url = um.apiUrl): Promise<Halve> {
  const verzoek = request(url + adres, {
    method: 'POST',
    agent: false,
    headers: { 'Idempotency-Key': sleutel, 'Content-Length': inhoud.length, ...(await um.token()) },
  });
  const antwoord = once(verzoek, 'response').then(
    async ([bericht]): Promise<[number | undefined, unknown]> => {
      const { statusCode } = bericht as IncomingMessage;
      return [statusCode, await json(bericht as IncomingMessage)];
    },
  );
  antwoord.catch(() => undefined);
  verzoek.write(inhoud.slice(0, begin));
  for (;;) {
    const rij = await um
      .db('aanleveringen')
      .where({ idempotentie_sleutel: createHash('sha256').update(sleutel).digest('hex') })
      .first();
    if (rij && (await delen(rij.id)) > 0) return { id: rij.id, verzoek, antwoord };
    await sleep(10);
  }
}

const delen = async (id: string) => (await um.db('aanlevering_delen').where('aanlevering_id', id)).length;
const opnieuw = (sleutel: string) =>
  um.vraag('POST', adres, { body: inhoud, headers: { 'Idempotency-Key': sleutel } });

test('an upload whose API was killed is taken over by the same request, when it has been silent for a minute', async () => {
  const api = await um.startApiProces();
  const { id } = await begonnen('gedood', api.url);
  const weg = once(api.child, 'exit');
  api.child.kill('SIGKILL');
  await weg;
  expect(await opnieuw('gedood')).toMatchObject({
    status: 409,
    body: { code: 'idempotency-key-in-gebruik' },
  });

  verstreken += minuut + 1_000;
  const { status, body } = await opnieuw('gedood');
  expect([status, body['id'] === id]).toEqual([202, false]);
  expect(await um.wachtOp(String(body['id']))).toMatchObject({ status: 'gepubliceerd' });
  expect(await um.db('aanleveringen').where({ id })).toEqual([]);
  expect(await delen(id)).toBe(0);
}, 60_000);

test('an upload that comes in slowly is not taken over', async () => {
  const { id, verzoek, antwoord } = await begonnen('traag');
  let verzonden = begin;
  for (let keer = 0; keer < 3; keer++) {
    verstreken += minuut - 10_000;
    const gezien = async () => (await um.db('aanleveringen').where({ id }).first())?.voortgang_op;
    const voor = await gezien();
    verzoek.write(inhoud.slice(verzonden, ++verzonden));
    while ((await gezien()) === voor) await sleep(10);
    expect(await opnieuw('traag')).toMatchObject({ status: 409 });
  }
  verzoek.end(inhoud.slice(verzonden));
  expect(await antwoord).toEqual([202, expect.objectContaining({ id, status: 'wacht' })]);
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
}, 60_000);

test.each([
  ['sends on', 1],
  ['sends the rest', inhoud.length - begin],
])(
  'one that lives after all and %s finds that it was taken over',
  async (_, bytes) => {
    const sleutel = `stil-${String(bytes)}`;
    const { id, verzoek, antwoord } = await begonnen(sleutel);
    verstreken += minuut + 1_000;
    const [een, ander] = await Promise.all([opnieuw(sleutel), opnieuw(sleutel)]);
    expect([een.status, ander.status].sort()).toEqual([202, expect.any(Number)]);
    expect(await delen(id)).toBe(0);
    verzoek.write(inhoud.slice(begin, begin + bytes));
    expect(await antwoord).toEqual([400, expect.objectContaining({ code: 'upload-afgebroken' })]);
    verzoek.destroy();
    expect(await um.db('aanleveringen').where({ id })).toEqual([]);
    expect(await delen(id)).toBe(0);
  },
  60_000,
);

test('the sweep forgets what has been silent for an hour, and nothing else', async () => {
  const stil = await begonnen('stil');
  const traag = await begonnen('net-nog');
  const halfUurGeleden = new Date(Date.now() - 30 * minuut).toISOString();
  const langGeleden = { aangeleverd_op: new Date(Date.now() - 90 * minuut).toISOString() };
  await um
    .db('aanleveringen')
    .where({ id: stil.id })
    .update({ ...langGeleden, voortgang_op: null });
  await um
    .db('aanleveringen')
    .where({ id: traag.id })
    .update({ ...langGeleden, voortgang_op: halfUurGeleden });
  await um.temporal.workflow.execute('retentie', { taskQueue: 'um', workflowId: 'veeg', args: [] });

  expect(await um.db('aanleveringen').where({ id: stil.id })).toEqual([]);
  expect(await delen(stil.id)).toBe(0);
  expect(await um.db('aanleveringen').where({ id: traag.id }).first()).toMatchObject({ status: 'ontvangst' });
  expect(await delen(traag.id)).toBe(1);
  const proef = await um.db('gebeurtenissen').where('actie', 'retentie-uitgevoerd').first();
  expect(proef?.reden).toContain('halfOntvangen 1');
  for (const { verzoek } of [stil, traag]) verzoek.destroy();
}, 60_000);
