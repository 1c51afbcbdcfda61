/**
 * `node test/support/neem-histories-op.ts`: runs every course that a search or a detail can take and keeps its
 * history in test/histories, to be replayed against later versions. Needs UM_TEST_TEMPORAL_ADDRESS. Nothing in
 * a history leads to a person; the name of the machine is taken out.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { json } from './nep-vum.ts';
import { detail, matches, startZoekOpstelling } from './zoek-opstelling.ts';

const map = new URL('../histories/', import.meta.url);
mkdirSync(map, { recursive: true });
const um = await startZoekOpstelling({ geldig: 'PT4S', geduld: 'PT3S', detailMs: 500 });
let postcode = 1000;

const stel = async (): Promise<string> => {
  const vraagObject = { selectiegebied: { postcode: `${postcode++}AB`, afstand: 10 } };
  const { headers, body } = await um.vraag('POST', '/v1/zoekvragen', {
    body: { soort: 'werkzoekende', vraagObject },
  });
  return String(headers.get('location')?.split('/').at(-1) ?? body['zoekvraagId']);
};
const vraagDetail = async (id: string): Promise<string> => {
  const body = { vumID: 'vum-1', reden: 'gesprek voorbereiden' };
  await um.vraag('POST', `/v1/zoekvragen/${id}/detailvragen`, { body });
  const [vraag] = await um.db('detailvragen').where('zoekvraag_id', id).orderBy('gewijzigd_op', 'desc');
  return `detailvraag/${id}/${vraag?.request_id ?? ''}`;
};
const vumGeeft = (bijZoek: number, bijDetail: number): void =>
  um.vum.gedraag((verzoek, antwoord) =>
    verzoek.methode === 'POST'
      ? json(bijZoek, matches(3))(verzoek, antwoord)
      : json(bijDetail, detail('x'))(verzoek, antwoord),
  );

async function neemOp(naam: string, workflowId: string): Promise<void> {
  const proces = um.temporal.workflow.getHandle(workflowId);
  await proces.result();
  const geschiedenis = historyToJSON(await proces.fetchHistory())
    .replaceAll(hostname(), 'opname')
    // A stack names the folders of the machine that recorded it; a replay does not look at it.
    .replaceAll(/"stackTrace": "(?:[^"\\]|\\.)*"/g, '"stackTrace": ""');
  writeFileSync(new URL(`${naam}.json`, map), `${geschiedenis}\n`);
}

vumGeeft(200, 200);
const verlopen = await stel();
await neemOp('detailvraag-geleverd', await vraagDetail(verlopen));
vumGeeft(200, 503);
await neemOp('detailvraag-vrijgegeven', await vraagDetail(verlopen));
const beeindigd = await stel();
await um.vraag('DELETE', `/v1/zoekvragen/${beeindigd}`);
await neemOp('zoekvraag-beeindigd', `zoekvraag/${beeindigd}`);
vumGeeft(400, 200);
await neemOp('zoekvraag-geweigerd', `zoekvraag/${await stel()}`);
vumGeeft(503, 200);
await neemOp('zoekvraag-mislukt', `zoekvraag/${await stel()}`);
um.vum.gedraag(
  (verzoek, antwoord) => void setTimeout(() => void json(200, matches(1))(verzoek, antwoord), 2_500),
);
await neemOp('zoekvraag-traag', `zoekvraag/${await stel()}`);
await neemOp('zoekvraag-verlopen', `zoekvraag/${verlopen}`);
await um.temporal.workflow.execute('retentie', { taskQueue: 'um', workflowId: 'retentie', args: [] });
await neemOp('retentie-niets', 'retentie');
await um.stop();
