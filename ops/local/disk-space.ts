import { statfsSync } from 'node:fs';
import { Uitleg } from './uitleg.ts';

/** Refuses where the disk of `dir` has less than this many megabytes left. */
export function demandSpace(dir: string, megabytes: number): void {
  const { bavail, bsize } = statfsSync(dir);
  if (bavail * bsize >= megabytes * 1e6) return;
  throw new Uitleg(
    `De schijf met ${dir} is bijna vol: maak ten minste ${megabytes} MB vrij en probeer het opnieuw.`,
  );
}
