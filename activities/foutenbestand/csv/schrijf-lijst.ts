import type { Writable } from 'node:stream';
import type { Fouten } from '../lees-fouten.ts';
import { csvRij } from './csv-rij.ts';
import { Regels } from './regels.ts';

/** What a Dutch Excel opens without asking. */
const SCHEIDING = ';';

/**
 * The faults of a file that has no cells, as a list: who made the JSON reads it with a program and has the faults
 * in the API, who has to explain them reads this.
 */
export async function schrijfLijst({ alle }: Fouten, uit: Writable): Promise<void> {
  const regels = new Regels(uit);
  await regels.schrijf(csvRij(['Regel', 'Id', 'Plaats in het record', 'Ernst', 'Code', 'Fout'], SCHEIDING));
  for (const { regel, record_id, pad, ernst, code, melding } of alle) {
    await regels.schrijf(csvRij([`${regel}`, record_id ?? '', pad, ernst, code, melding], SCHEIDING));
  }
  await regels.sluit();
}
