/**
 * `npm run bench:aanlevering -- [--records 100000] [--formaat ndjson|json|xlsx] [--rondes 3]`: uploads through the
 * whole of UM (API, worker and Temporal as processes of their own), each next to reading and validating the same file
 * alone (of xlsx: reading the sheet alone), and the memory of API and worker against that of 10,000 records.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { meetBasis, type Basis } from './aanlevering-basis.ts';
import { bestandFormaten, maakBestand, type BestandFormaat } from './aanlevering-bestand.ts';
import { startOpstelling, type AanleveringMeting } from './aanlevering-meting.ts';
import { middelste } from './peiling.ts';

const klein = 10_000;
const mb = 1_048_576;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    formaat: { type: 'string', default: 'ndjson' },
    rondes: { type: 'string', default: '3' },
  },
});
const records = Number(values.records);
const rondes = Number(values.rondes);
const formaat = kiesFormaat(values.formaat);
const map = await mkdtemp(join(tmpdir(), 'um-bench-'));
try {
  const weinig = await meet(klein);
  const veel = await meet(records);
  toon([weinig, veel]);
  console.log(
    JSON.stringify({
      bench: 'aanlevering',
      records,
      formaat,
      recordsPerSecond: round(veel.perSeconde),
      baselineRecordsPerSecond: round(veel.basisPerSeconde),
      ratio: round(veel.verhouding, 3),
      workerPeakMb: round(veel.worker / mb),
      apiPeakMb: round(veel.api / mb),
      workerGrowth: round(veel.worker / weinig.worker, 3),
      apiGrowth: round(veel.api / weinig.api, 3),
      apiLoadedPeakMb: round(veel.apiGeladen / mb),
      workerLongestPauseMs: round(veel.workerPauzeMs),
      apiLongestPauseMs: round(veel.apiPauzeMs),
      idleProcessLongestPauseMs: round(veel.stiltePauzeMs),
      apiLatencyRatio: round(veel.drukMs / veel.rustMs, 2),
    }),
  );
} finally {
  await rm(map, { recursive: true, force: true });
}

interface Meting extends AanleveringMeting {
  readonly aantal: number;
  readonly bytes: number;
  readonly perSeconde: number;
  readonly basisPerSeconde: number;
  readonly verhouding: number;
}

/**
 * The middle of the rounds for what takes time, the worst for pauses and for loading, and for the memory of an upload
 * the first: the later ones come on top of what the API holds of the publicatie before.
 */
async function meet(aantal: number): Promise<Meting> {
  console.error(`${aantal} records …`);
  const bestand = join(map, `profielen-${aantal}.${formaat}`);
  const bytes = await maakBestand(bestand, aantal, formaat);
  const opstelling = await startOpstelling(join(map, `um-${aantal}`));
  const metingen: { um: AanleveringMeting; basis: Basis }[] = [];
  try {
    for (let ronde = 0; ronde < rondes; ronde++) {
      // One after the other, so that whatever else the machine does strikes both alike.
      metingen.push({ basis: await meetBasis(bestand), um: await opstelling.meet(bestand) });
    }
  } finally {
    await opstelling.stop();
  }
  const midden = (kies: (meting: (typeof metingen)[number]) => number) => middelste(metingen.map(kies));
  const hoogste = (kies: (um: AanleveringMeting) => number) =>
    Math.max(...metingen.map(({ um }) => kies(um)));
  return {
    aantal,
    bytes,
    perSeconde: midden(({ um }) => aantal / um.seconden),
    basisPerSeconde: midden(({ basis }) => aantal / basis.seconden),
    verhouding: midden(({ um, basis }) => basis.seconden / um.seconden),
    seconden: midden(({ um }) => um.seconden),
    ontvangst: midden(({ um }) => um.ontvangst),
    rustMs: midden(({ um }) => um.rustMs),
    drukMs: midden(({ um }) => um.drukMs),
    worker: metingen[0]?.um.worker ?? NaN,
    api: metingen[0]?.um.api ?? NaN,
    apiGeladen: hoogste(({ apiGeladen }) => apiGeladen),
    workerPauzeMs: hoogste(({ workerPauzeMs }) => workerPauzeMs),
    apiPauzeMs: hoogste(({ apiPauzeMs }) => apiPauzeMs),
    stiltePauzeMs: hoogste(({ stiltePauzeMs }) => stiltePauzeMs),
  };
}

function toon(metingen: readonly Meting[]): void {
  console.table(
    metingen.map((meting) => ({
      records: meting.aantal,
      MB: round(meting.bytes / mb),
      'upload to published (s)': round(meting.seconden, 2),
      'of which receiving (s)': round(meting.ontvangst, 2),
      'records/s': round(meting.perSeconde),
      'alone (records/s)': round(meting.basisPerSeconde),
      ratio: round(meting.verhouding, 2),
      'worker peak (MB)': round(meting.worker / mb),
      'API peak (MB)': round(meting.api / mb),
      'API, loading (MB)': round(meting.apiGeladen / mb),
      'worker pause (ms)': round(meting.workerPauzeMs),
      'API pause (ms)': round(meting.apiPauzeMs),
      'idle process (ms)': round(meting.stiltePauzeMs),
      'GET idle (ms)': round(meting.rustMs, 1),
      'GET during (ms)': round(meting.drukMs, 1),
    })),
  );
}

function kiesFormaat(naam: string): BestandFormaat {
  const formaat = bestandFormaten.find((bekend) => bekend === naam);
  if (!formaat) throw new Error(`--formaat must be one of ${bestandFormaten.join(', ')}`);
  return formaat;
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
