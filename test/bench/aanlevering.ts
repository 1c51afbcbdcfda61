/**
 * `npm run bench:aanlevering -- [--records 100000] [--formaat ndjson|json]`: one upload through the whole of UM
 * (API, worker and Temporal as processes of their own), against reading and validating the same file alone, and
 * the memory of API and worker against that of an upload of 10,000 records.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { meetBasis, type Basis } from './aanlevering-basis.ts';
import { maakBestand, type BestandFormaat } from './aanlevering-bestand.ts';
import { meetAanlevering, type AanleveringMeting } from './aanlevering-meting.ts';

const klein = 10_000;
const mb = 1_048_576;

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '100000' },
    formaat: { type: 'string', default: 'ndjson' },
  },
});
const records = Number(values.records);
const formaat = values.formaat as BestandFormaat;
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
      baselineRecordsPerSecond: round(veel.basis.perSeconde),
      ratio: round(veel.perSeconde / veel.basis.perSeconde, 3),
      workerPeakMb: round(veel.worker / mb),
      apiPeakMb: round(veel.api / mb),
      workerGrowth: round(veel.worker / weinig.worker, 3),
      apiGrowth: round(veel.api / weinig.api, 3),
    }),
  );
} finally {
  await rm(map, { recursive: true, force: true });
}

interface Meting extends AanleveringMeting {
  readonly aantal: number;
  readonly bytes: number;
  readonly perSeconde: number;
  readonly basis: Basis & { readonly perSeconde: number };
}

async function meet(aantal: number): Promise<Meting> {
  console.error(`${aantal} records …`);
  const bestand = join(map, `profielen-${aantal}.${formaat}`);
  const bytes = await maakBestand(bestand, aantal, formaat);
  const basis = await meetBasis(bestand);
  const um = await meetAanlevering(bestand, join(map, `um-${aantal}`));
  return {
    ...um,
    aantal,
    bytes,
    perSeconde: aantal / um.seconden,
    basis: { ...basis, perSeconde: aantal / basis.seconden },
  };
}

function toon(metingen: readonly Meting[]): void {
  console.table(
    metingen.map(({ aantal, bytes, seconden, ontvangst, perSeconde, basis, worker, api }) => ({
      records: aantal,
      MB: round(bytes / mb),
      'upload to published (s)': round(seconden, 2),
      'of which receiving (s)': round(ontvangst, 2),
      'records/s': round(perSeconde),
      'alone (records/s)': round(basis.perSeconde),
      ratio: round(perSeconde / basis.perSeconde, 2),
      'worker peak (MB)': round(worker / mb),
      'API peak (MB)': round(api / mb),
    })),
  );
}

function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits));
}
