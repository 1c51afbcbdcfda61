import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startAanleverOpstelling, type AanleverOpstelling } from '../support/aanlever-opstelling.ts';
import { gemeenteB } from '../support/identity.ts';
import { alsNdjson, profiel } from '../support/profiel.ts';
import { recordsVan } from '../support/rijen.ts';
import { standaardConfig, type TestWorker } from '../support/worker.ts';

const soort = 'soort=werkzoekende';
const handmatig = `${soort}&goedkeuring=handmatig`;
const regels = standaardConfig;

let um: AanleverOpstelling;
let worker: TestWorker;
beforeAll(async () => {
  um = await startAanleverOpstelling({ worker: false });
  worker = await um.startWorker(regels);
}, 60_000);
afterAll(async () => {
  await worker.stop();
  await um.stop();
});
beforeEach(async () => {
  await um.leverAan(soort, alsNdjson([profiel('oud-1'), profiel('oud-2')]));
});

async function stuur(query: string, ids: readonly string[]): Promise<string> {
  const inhoud = alsNdjson(ids.map((id) => profiel(id)));
  const { status, body } = await um.vraag('POST', `/v1/aanleveringen?${query}`, { body: inhoud });
  expect(status).toBe(202);
  return body['id'] as string;
}

const toon = async (id: string) => (await um.vraag('GET', `/v1/aanleveringen/${id}`)).body;
const rest = async (id: string) => {
  await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
  const publicatie = await um.db('publicaties').where({ aanlevering_id: id }).first('id');
  return {
    delen: await um.db('aanlevering_delen').where({ aanlevering_id: id }),
    records: await recordsVan(um.db, publicatie?.id),
  };
};

async function totStatus(id: string, status: string): Promise<Record<string, unknown>> {
  for (;;) {
    const body = await toon(id);
    if (body['status'] === status) return body;
    await sleep(50);
  }
}

const besluit = (id: string, keuze: string, meer: object = {}, opties = {}) =>
  um.vraag('PUT', `/v1/aanleveringen/${id}/besluit`, {
    body: JSON.stringify({ besluit: keuze, ...meer }),
    ...opties,
    headers: { 'Content-Type': 'application/json' },
  });

const spoorVan = async (id: string) =>
  (await um.db('gebeurtenissen').where({ object_id: id }).orderBy('id')).map(({ actie, actor, reden }) => [
    actie,
    actor === 'um' ? 'um' : 'mens',
    reden,
  ]);

test('an upload that needs approval waits with its preview, and is published when somebody approves', async () => {
  const id = await stuur(handmatig, ['oud-1', 'nieuw']);
  const wachtend = await totStatus(id, 'wacht-op-goedkeuring');
  expect(wachtend).toMatchObject({
    voortgang: { fase: 'goedkeuring', toelichting: expect.stringContaining('wacht op een besluit') },
    voorbeeld: { nieuw: 1, gewijzigd: 0, ongewijzigd: 1, verwijderd: 1 },
  });
  const voor = Date.parse(String(wachtend['goedkeurenVoor'])) - Date.now();
  expect(voor).toBeGreaterThan(2.9 * 86_400_000);
  expect(await um.gevonden()).toEqual(['oud-1', 'oud-2']);

  const genomen = await besluit(id, 'goedgekeurd', { reden: 'Nagelopen' });
  expect(genomen).toMatchObject({
    status: 200,
    body: { besluit: { besluit: 'goedgekeurd', reden: 'Nagelopen', door: expect.any(String) } },
  });
  await um.wachtOp(id);
  expect(await um.gevonden()).toEqual(['nieuw', 'oud-1']);
  expect(await spoorVan(id)).toEqual([
    ['aanlevering-ontvangen', 'mens', null],
    ['aanlevering-voorgelegd', 'um', null],
    ['aanlevering-goedgekeurd', 'mens', 'Nagelopen'],
    ['aanlevering-gepubliceerd', 'mens', expect.stringContaining('verdwijnen er 1')],
  ]);
  const geschiedenis = JSON.stringify(
    await um.temporal.workflow.getHandle(`aanlevering/${id}`).fetchHistory(),
  );
  expect(geschiedenis).not.toContain('Nagelopen');
});

test('a rejected upload publishes nothing, and nothing of it remains', async () => {
  const id = await stuur(handmatig, ['nieuw']);
  await totStatus(id, 'wacht-op-goedkeuring');
  expect(await besluit(id, 'afgewezen', { reden: 'Half bestand' })).toMatchObject({
    status: 200,
    body: { status: 'afgewezen', reden: { code: 'afgewezen' } },
  });
  expect(await rest(id)).toEqual({ delen: [], records: [] });
  expect(await um.gevonden()).toEqual(['oud-1', 'oud-2']);
  expect((await spoorVan(id)).at(-1)).toEqual(['aanlevering-afgewezen', 'mens', 'Half bestand']);
  expect(await toon(id)).toMatchObject({ voortgang: { fase: 'klaar' } });
});

test('a decision is taken once: again the same changes nothing, another is refused', async () => {
  const id = await stuur(handmatig, ['nieuw']);
  await totStatus(id, 'wacht-op-goedkeuring');
  const samen = await Promise.all([besluit(id, 'goedgekeurd'), besluit(id, 'afgewezen')]);
  expect(samen.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [eerste] = samen;
  const winnaar = eerste.status === 200 ? 'goedgekeurd' : 'afgewezen';
  await um.wachtOp(id);
  await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
  expect(
    await um.db('gebeurtenissen').where({ object_id: id, actie: `aanlevering-${winnaar}` }),
  ).toHaveLength(1);
  const ander = winnaar === 'goedgekeurd' ? 'afgewezen' : 'goedgekeurd';
  expect(await besluit(id, ander)).toMatchObject({
    status: 409,
    body: { code: 'geen-besluit-mogelijk', detail: expect.stringContaining('al besloten') },
  });
  expect(await besluit(id, winnaar)).toMatchObject({ status: 200 });
});

test('there is nothing to decide on an upload that is published by itself', async () => {
  const { id } = await um.leverAan(soort, alsNdjson([profiel('nieuw')]));
  expect(await besluit(id, 'goedgekeurd')).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('al afgerond') },
  });
});

test('nobody but the gemeente itself decides, and an auditor does not', async () => {
  const id = await stuur(handmatig, ['nieuw']);
  await totStatus(id, 'wacht-op-goedkeuring');
  expect(await besluit(id, 'goedgekeurd', {}, { oin: gemeenteB })).toMatchObject({ status: 404 });
  expect(await besluit(id, 'goedgekeurd', {}, { rol: 'auditor' })).toMatchObject({ status: 403 });
  expect(await besluit(id, 'misschien')).toMatchObject({ status: 400 });
  await besluit(id, 'afgewezen');
});

test('with goedkeuring=bij-waarschuwing only an upload that warns waits', async () => {
  const bij = `${soort}&goedkeuring=bij-waarschuwing`;
  const gewoon = await um.leverAan(bij, alsNdjson(['oud-1', 'oud-2', 'nieuw'].map((p) => profiel(p))));
  expect(gewoon).toMatchObject({ status: 'gepubliceerd' });
  const half = await stuur(bij, ['oud-1']);
  expect(await totStatus(half, 'wacht-op-goedkeuring')).toMatchObject({
    voorbeeld: { verwijderd: 2, waarschuwing: expect.stringContaining('verdwijnen er 2') },
  });
  await besluit(half, 'afgewezen');
});

test('an upload can be cancelled while it waits', async () => {
  const id = await stuur(handmatig, ['nieuw']);
  await totStatus(id, 'wacht-op-goedkeuring');
  const headers = { 'X-Correlation-ID': 'verzoek-van-collega' };
  const annulering = { headers, rol: 'beheerder', sub: 'een-collega' } as const;
  expect(await um.vraag('POST', `/v1/aanleveringen/${id}/annulering`, annulering)).toMatchObject({
    status: 202,
  });
  expect(await um.wachtOp(id)).toMatchObject({ status: 'geannuleerd' });
  const spoor = await um.db('gebeurtenissen').where({ object_id: id }).orderBy('id', 'desc').first();
  expect(spoor).toMatchObject({
    ...{ actie: 'aanlevering-geannuleerd', actor: 'een-collega', correlatie_id: 'verzoek-van-collega' },
  });
  expect(await rest(id)).toEqual({ delen: [], records: [] });
  const resultaat: unknown = await um.temporal.workflow.getHandle(`aanlevering/${id}`).result();
  expect(resultaat).toEqual({ uitkomst: 'geannuleerd', gelezen: 1, geldig: 1, foutief: 0 });
  expect(await besluit(id, 'goedgekeurd')).toMatchObject({ status: 409 });
});

test('what is approved is what was shown: after another publication it is shown again', async () => {
  const mutaties = await stuur(`${soort}&modus=mutaties&goedkeuring=handmatig`, ['nieuw']);
  await totStatus(mutaties, 'wacht-op-goedkeuring');
  const actief = (await um.vraag('GET', '/v1/publicaties?soort=werkzoekende&status=actief')).body;
  const [{ id: actiefId }] = actief['publicaties'] as [{ id: string }];
  await um.vraag('DELETE', `/v1/publicaties/${actiefId}`);
  await besluit(mutaties, 'goedgekeurd');
  for (;;) {
    const body = await toon(mutaties);
    if (body['status'] === 'wacht-op-goedkeuring' && body['besluit'] === undefined) break;
    await sleep(50);
  }
  expect(await toon(mutaties)).toMatchObject({ voorbeeld: { nieuw: 1, ongewijzigd: 0 } });
  const vervallen = await um
    .db('gebeurtenissen')
    .where({ object_id: mutaties, actie: 'aanlevering-goedkeuring-vervallen' });
  expect(vervallen).toMatchObject([{ actor: 'um', uitkomst: 'andere-basis' }]);
  await besluit(mutaties, 'goedgekeurd');
  await um.wachtOp(mutaties);
  expect(await um.gevonden()).toEqual(['nieuw']);
});

describe('of two uploads that wait', () => {
  test('the earlier one, approved last, ends as ingehaald, also when it holds changes', async () => {
    const eerder = await stuur(`${soort}&modus=mutaties&goedkeuring=handmatig`, ['eerder']);
    await totStatus(eerder, 'wacht-op-goedkeuring');
    await um.leverAan(soort, alsNdjson([profiel('later')]));
    await besluit(eerder, 'goedgekeurd');
    expect(await um.wachtOp(eerder)).toMatchObject({
      status: 'ingehaald',
      reden: { melding: expect.stringContaining('lever die dan opnieuw aan') },
    });
    expect(await um.gevonden()).toEqual(['later']);
  });
});

test('a worker that restarts keeps what waits, and nobody who is late decides', async () => {
  await worker.stop();
  worker = await um.startWorker({ ...regels, AANLEVERING_GOEDKEURING_BINNEN: 'PT4S' });
  const id = await stuur(handmatig, ['nieuw']);
  await totStatus(id, 'wacht-op-goedkeuring');
  await worker.stop();
  await sleep(4_100);
  expect(await besluit(id, 'goedgekeurd')).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('tijd om te besluiten is om') },
  });
  worker = await um.startWorker(regels);
  expect(await um.wachtOp(id)).toMatchObject({ status: 'vervallen', reden: { code: 'vervallen' } });
  expect(await rest(id)).toEqual({ delen: [], records: [] });
  expect((await spoorVan(id)).at(-1)).toEqual(['aanlevering-vervallen', 'um', null]);
  expect(await um.gevonden()).toEqual(['oud-1', 'oud-2']);
}, 60_000);

test('a decision taken while no worker runs is carried out when one does', async () => {
  const id = await stuur(handmatig, ['nieuw']);
  await totStatus(id, 'wacht-op-goedkeuring');
  await worker.stop();
  expect(await besluit(id, 'goedgekeurd')).toMatchObject({ status: 200, body: { status: 'goedgekeurd' } });
  worker = await um.startWorker(regels);
  expect(await um.wachtOp(id)).toMatchObject({ status: 'gepubliceerd' });
}, 60_000);
