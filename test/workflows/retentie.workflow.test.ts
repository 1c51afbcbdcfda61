import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ensureRetentieSchedule } from '../../activities/retentie/ensure-schedule.ts';
import { nieuwId } from '../../domain/id.ts';
import { gemeenteA, gemeenteB } from '../support/identity.ts';
import { oinUm, startZoekOpstelling, type ZoekOpstelling } from '../support/zoek-opstelling.ts';

let um: ZoekOpstelling;
beforeAll(async () => {
  um = await startZoekOpstelling();
}, 60_000);
afterAll(() => um.stop());

const uurGeleden = () => new Date(Date.now() - 3_600_000).toISOString();
const morgen = () => new Date(Date.now() + 86_400_000).toISOString();

/** A zoekvraag that was left behind an hour ago, with matches. */
async function achtergelaten(oin: string, wat: object, matches = 2): Promise<string> {
  const id = nieuwId(new Date());
  await um.db('zoekvragen').insert({
    id,
    oin,
    soort: 'vacature',
    status: 'beantwoord',
    vraag: '{}',
    gesteld_door: 'test',
    gesteld_op: uurGeleden(),
    verloopt_op: morgen(),
    correlatie_id: 'c',
    aantal_matches: matches,
    details_gebruikt: 0,
    ...wat,
  });
  for (let n = 1; n <= matches; n++) {
    await um.db('matches').insert({ zoekvraag_id: id, vum_id: `v${n}`, volgnummer: n, inhoud: '{}' });
  }
  return id;
}

const veeg = (naam: string) =>
  um.temporal.workflow.execute('retentie', { taskQueue: 'um', workflowId: naam, args: [] });
const status = async (id: string) => (await um.db('zoekvragen').where({ id }).first())?.status;
const aantalMatches = async (id: string) => (await um.db('matches').where('zoekvraag_id', id)).length;

test('what a timer or a process left behind is put right, counted, and proved to its gemeente', async () => {
  const vers = await achtergelaten(gemeenteA, {});
  const verlopen = await achtergelaten(gemeenteA, { verloopt_op: uurGeleden() });
  const halverwege = await achtergelaten(gemeenteA, { status: 'beeindigd' });
  const verweesd = await achtergelaten(gemeenteB, { status: 'verlopen', verwijderd_op: uurGeleden() });
  const vast = await achtergelaten(gemeenteB, { status: 'loopt', sleutel: 'x', aantal_matches: null }, 0);
  const met = await achtergelaten(gemeenteB, { details_gebruikt: 2 });
  const detail = {
    zoekvraag_id: met,
    oin: gemeenteB,
    vum_id: 'v1',
    reden: 'r',
    gevraagd_door: 'x',
    correlatie_id: 'c',
  };
  for (const [request_id, stand, op] of [
    ['oud', 'gereserveerd', uurGeleden()],
    ['nieuw', 'gereserveerd', new Date().toISOString()],
  ] as const) {
    await um
      .db('detailvragen')
      .insert({ ...detail, request_id, status: stand, gevraagd_op: uurGeleden(), gewijzigd_op: op });
  }

  expect(await veeg('veeg-1')).toMatchObject({ gemeenten: 2 });

  expect(await status(vers)).toBe('beantwoord');
  expect(await aantalMatches(vers)).toBe(2);
  expect(await status(verlopen)).toBe('verlopen');
  for (const id of [verlopen, halverwege, verweesd]) expect(await aantalMatches(id)).toBe(0);
  expect(await um.db('zoekvragen').where({ id: vast }).first()).toMatchObject({
    status: 'mislukt',
    fout_code: 'niet-afgerond',
    sleutel: null,
  });
  expect(await um.db('zoekvragen').where({ id: met }).first()).toMatchObject({ details_gebruikt: 1 });
  const proef = await um.db('gebeurtenissen').where('actie', 'like', 'retentie-%').orderBy('id');
  expect(proef.map(({ oin, reden }) => [oin, reden])).toEqual(
    expect.arrayContaining([
      [gemeenteA, 'zoekvragenVerlopen 2, matchesVerwijderd 4'],
      [gemeenteB, 'matchesVerwijderd 2, zoekvragenVastgelopen 1, reserveringenVrijgegeven 1'],
      [oinUm, 'bij 2 gemeente(n) opgeruimd'],
    ]),
  );

  expect(await veeg('veeg-2')).toEqual({ gemeenten: 0, opgeruimd: 0 });
  expect(await um.db('gebeurtenissen').where({ oin: oinUm }).orderBy('id', 'desc').first()).toMatchObject({
    reden: 'niets gevonden',
  });
});

test('the Schedule can be made again and again, and sweeps', async () => {
  await ensureRetentieSchedule(um.temporal);
  await ensureRetentieSchedule(um.temporal);
  const schema = um.temporal.schedule.getHandle('retentie');
  await schema.trigger();
  let gedaan = 0;
  while (gedaan === 0) {
    await new Promise((klaar) => setTimeout(klaar, 200));
    gedaan = (await schema.describe()).info.numActionsTaken;
  }
  expect(gedaan).toBeGreaterThan(0);
  await schema.delete();
});
