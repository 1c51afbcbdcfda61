import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs, promisify } from 'node:util';
import type { Bestand } from '../../activities/aanlevering/bestand.ts';
import { herken } from '../../activities/aanlevering/tabel/herken/herken.ts';
import { tabelLezers } from '../../activities/aanlevering/tabel/lees-tabel.ts';
import { schrijfCsv, schrijfOds, schrijfXlsx } from './tabel-bestanden.ts';

/** Reads a large table of each format alone, in a process of its own: rows a second, memory, longest pause. */
const { values } = parseArgs({
  options: {
    rijen: { type: 'string', default: '100000' },
    kolommen: { type: 'string', default: '40' },
    formaat: { type: 'string', default: 'xlsx,csv,ods' },
    lees: { type: 'string' },
  },
});

interface Meting {
  readonly formaat: string;
  readonly rijen: number;
  readonly rijenPerSeconde: number;
  readonly piekMiB: number;
  readonly langstePauzeMs: number;
  readonly cpuSeconden: number;
}

const schrijvers: Readonly<Record<string, typeof schrijfXlsx>> = {
  xlsx: schrijfXlsx,
  csv: schrijfCsv,
  ods: schrijfOds,
};

if (values.lees === undefined) await alles();
else console.log(JSON.stringify(await meet(values.lees)));

async function alles(): Promise<void> {
  const map = await mkdtemp(join(tmpdir(), 'um-bench-'));
  const metingen: Meting[] = [];
  try {
    for (const formaat of values.formaat.split(',')) {
      const pad = join(map, `tabel.${formaat}`);
      await schrijvers[formaat]?.(pad, Number(values.rijen), Number(values.kolommen));
      const { stdout } = await promisify(execFile)(process.execPath, [import.meta.filename, '--lees', pad]);
      metingen.push(JSON.parse(stdout) as Meting);
    }
  } finally {
    await rm(map, { recursive: true, force: true });
  }
  console.table(metingen);
  console.log(JSON.stringify({ bench: 'tabel', kolommen: Number(values.kolommen), metingen }));
}

async function meet(pad: string): Promise<Meting> {
  const bestand = await openBestand(pad);
  const pauzes = monitorEventLoopDelay({ resolution: 5 });
  pauzes.enable();
  // Not the kernel's own maximum: that begins with what the parent process had in use.
  let piek = 0;
  const meter = setInterval(() => (piek = Math.max(piek, process.memoryUsage.rss())), 20);
  const begin = performance.now();
  const formaat = await herken(bestand);
  let rijen = 0;
  for await (const { rij } of tabelLezers[formaat]?.(bestand) ?? []) rijen += rij > 0 ? 1 : 0;
  const seconden = (performance.now() - begin) / 1000;
  pauzes.disable();
  clearInterval(meter);
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  return {
    formaat,
    rijen,
    rijenPerSeconde: Math.round(rijen / seconden),
    piekMiB: Math.round(piek / 1024 ** 2),
    langstePauzeMs: Math.round(pauzes.max / 1e6),
    cpuSeconden: Math.round((userCPUTime + systemCPUTime) / 1e5) / 10,
  };
}

async function openBestand(pad: string): Promise<Bestand> {
  const greep = await open(pad);
  const { size: grootte } = await greep.stat();
  const lees = async (van: number, lengte: number): Promise<Uint8Array> => {
    const { bytesRead, buffer } = await greep.read(Buffer.allocUnsafe(lengte), 0, lengte, van);
    return buffer.subarray(0, bytesRead);
  };
  return {
    grootte,
    lees,
    async *stroom(vanaf = 0) {
      for (let van = vanaf; van < grootte; van += 256 * 1024) yield await lees(van, 256 * 1024);
    },
  };
}
