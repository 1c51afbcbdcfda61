import { readFile } from 'node:fs/promises';
import type { Postcodes } from '../../domain/selectie/afstand.ts';
import { leesPostcodes, postcoderegios } from '../../domain/selectie/postcodes.ts';

/**
 * Where the postcode areas lie: from the configured table, else the built-in one of two-digit regions.
 * Throws when the file cannot be read or used: a wrong table must not silently become a rough one.
 */
export async function laadPostcodes(bestand: string | undefined): Promise<Postcodes> {
  return bestand === undefined ? postcoderegios : leesPostcodes(await readFile(bestand, 'utf8'));
}
