import type { AanleveringFoutRow } from '../../db/tables.ts';

/** Characters that a cell of a spreadsheet can hold, with room for the last line. */
const hoogstens = 32_000;

/** The sentence of one fault; a warning says that it is one. */
export const zin = ({ ernst, melding }: AanleveringFoutRow): string =>
  ernst === 'waarschuwing' ? `Waarschuwing: ${melding}` : melding;

/** Everything that is wrong in one row, a line each. */
export function fouttekst(fouten: readonly AanleveringFoutRow[]): string {
  let tekst = '';
  for (const [index, fout] of fouten.entries()) {
    const regel = `${index === 0 ? '' : '\n'}${zin(fout)}`;
    if (tekst.length + regel.length > hoogstens) return `${tekst}\n… en nog ${fouten.length - index} fouten`;
    tekst += regel;
  }
  return tekst;
}
