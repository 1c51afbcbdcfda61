import type { Rij } from '../../activities/aanlevering/tabel/tabel.ts';
import { OnleesbaarBestand } from '../../domain/validatie/onleesbaar-bestand.ts';

/** All that a reader gives of a small file. */
export async function leesAlles<T>(rijen: AsyncIterable<T>): Promise<T[]> {
  const alles: T[] = [];
  for await (const rij of rijen) alles.push(rij);
  return alles;
}

/** The texts of every row, `undefined` for an empty cell. */
export async function teksten(rijen: AsyncIterable<Rij>): Promise<(string | undefined)[][]> {
  return (await leesAlles(rijen)).map(({ cellen }) => Array.from(cellen, (cel) => cel?.tekst));
}

/** Why a file was refused. Anything but a refusal, success too, fails the test. */
export async function weigering(rijen: AsyncIterable<unknown>): Promise<OnleesbaarBestand> {
  try {
    await leesAlles(rijen);
  } catch (fout) {
    if (fout instanceof OnleesbaarBestand) return fout;
    throw fout;
  }
  throw new Error('the file was read to its end');
}
