import type { Coordinaat, Postcodes } from './afstand.ts';
import { regios } from './postcode-regios.ts';

const KOP = 'postcode,latitude,longitude';

/** A line of the postcode table that cannot be used; start-up stops on it. */
export class OnbruikbarePostcodetabel extends Error {}

/** Reads a table of four-digit areas: `postcode,latitude,longitude`, one a line under that heading. */
export function leesPostcodes(csv: string): Postcodes {
  const [kop, ...regels] = csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  if (kop !== KOP)
    throw new OnbruikbarePostcodetabel(`The postcode table must start with the line "${KOP}".`);
  const tabel = new Map(regels.map((regel, index) => leesRegel(regel, index + 2)));
  if (tabel.size === 0) throw new OnbruikbarePostcodetabel('The postcode table holds no areas.');
  return {
    nauwkeurigheid: 'pc4',
    aantal: tabel.size,
    coordinaat: (pc4) => tabel.get(pc4),
  };
}

function leesRegel(regel: string, nummer: number): [string, Coordinaat] {
  const [postcode = '', breedte = '', lengte = '', ...rest] = regel.split(',');
  const plaats = { breedte: Number(breedte || NaN), lengte: Number(lengte || NaN) };
  if (!/^\d{4}$/.test(postcode) || rest.length > 0 || !isPlaats(plaats)) {
    throw new OnbruikbarePostcodetabel(
      `Line ${nummer} of the postcode table is not "postcode,latitude,longitude".`,
    );
  }
  return [postcode, plaats];
}

function isPlaats({ breedte, lengte }: Coordinaat): boolean {
  return Math.abs(breedte) <= 90 && Math.abs(lengte) <= 180;
}

/** The built-in table of two-digit regions, for where no table is configured: distances are approximate. */
export const postcoderegios: Postcodes = {
  nauwkeurigheid: 'pc2',
  aantal: regios.size,
  coordinaat: (pc4) => (pc4.length === 4 ? regios.get(pc4.slice(0, 2)) : undefined),
};
