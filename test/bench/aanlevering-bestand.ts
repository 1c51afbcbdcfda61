import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Willekeur } from '../support/willekeur.ts';
import { schrijfWerkmap } from './aanlevering-werkmap.ts';
import { maakWisselendProfiel } from './wisselend-profiel.ts';

export const bestandFormaten = ['ndjson', 'json', 'xlsx'] as const;
export type BestandFormaat = (typeof bestandFormaten)[number];

/** Writes made-up profiles, the same at every run; returns the size in bytes. */
export async function maakBestand(pad: string, aantal: number, formaat: BestandFormaat): Promise<number> {
  if (formaat === 'xlsx') await schrijfWerkmap(pad, aantal);
  else await pipeline(Readable.from(stukken(aantal, formaat)), createWriteStream(pad));
  return (await stat(pad)).size;
}

function* stukken(aantal: number, formaat: BestandFormaat): Generator<string> {
  const w = new Willekeur(7);
  const perStuk = 200;
  if (formaat === 'json') yield '[\n';
  for (let van = 0; van < aantal; van += perStuk) {
    const records = Array.from({ length: Math.min(perStuk, aantal - van) }, (_, i) =>
      JSON.stringify(maakWisselendProfiel(w, `${w.geheel(1e8, 9e8).toString(16)}-${van + i}`)),
    );
    const laatste = van + records.length >= aantal;
    yield records.join(formaat === 'json' ? ',\n' : '\n') + (formaat === 'json' && !laatste ? ',\n' : '\n');
  }
  if (formaat === 'json') yield ']\n';
}
