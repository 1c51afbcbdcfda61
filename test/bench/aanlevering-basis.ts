import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Bestand } from '../../activities/aanlevering/bestand.ts';
import { kiesLezer } from '../../activities/aanlevering/kies-lezer.ts';
import { tabelLezers } from '../../activities/aanlevering/tabel/lees-tabel.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { valideer } from '../../domain/validatie/valideer.ts';

/** What reading a file costs when nothing else is done with it; of JSON, reading and validating. */
export interface Basis {
  readonly seconden: number;
  readonly gelezen: number;
}

/** Reads the file, and validates it unless it is a workbook, in a process that does nothing else. */
export async function meetBasis(pad: string): Promise<Basis> {
  const child = spawn(process.execPath, [import.meta.filename, pad], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [uitvoer] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(uitvoer) as Basis;
}

if (import.meta.main) {
  const [, , pad = ''] = process.argv;
  console.log(JSON.stringify(await (pad.endsWith('.xlsx') ? leesBlad(pad) : leesEnValideer(pad))));
}

async function leesEnValideer(pad: string): Promise<Basis> {
  const bestand = await bestandOpSchijf(pad);
  const begin = performance.now();
  const { lees } = await kiesLezer(bestand, soorten.werkzoekende);
  let gelezen = 0;
  for await (const { record } of lees(bestand)) {
    if (valideer(soorten.werkzoekende, record).length > 0)
      throw new Error('The made-up profiles have faults');
    gelezen++;
  }
  return { seconden: (performance.now() - begin) / 1000, gelezen };
}

/** The rows of the sheet and nothing of what they mean; its heading is no record. */
async function leesBlad(pad: string): Promise<Basis> {
  const bestand = await bestandOpSchijf(pad);
  const begin = performance.now();
  let gelezen = -1;
  for await (const { rij } of tabelLezers.xlsx(bestand)) gelezen += rij > 0 ? 1 : 0;
  return { seconden: (performance.now() - begin) / 1000, gelezen };
}

async function bestandOpSchijf(pad: string): Promise<Bestand> {
  return {
    grootte: (await stat(pad)).size,
    async lees(van, lengte) {
      const file = await open(pad);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(lengte), 0, lengte, van);
      await file.close();
      return buffer.subarray(0, bytesRead);
    },
    stroom: (start = 0) => createReadStream(pad, { start, highWaterMark: 512 * 1024 }),
  };
}
