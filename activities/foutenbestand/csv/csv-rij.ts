import { metApostrof } from '../../aanlevering/tabel/csv/onschadelijk.ts';

/** A row of a CSV file, of which a spreadsheet calculates nothing. */
export const csvRij = (cellen: readonly string[], scheiding: string): string =>
  `${cellen.map((cel) => csvCel(cel, scheiding)).join(scheiding)}\r\n`;

function csvCel(tekst: string, scheiding: string): string {
  const veilig = metApostrof(tekst);
  return veilig.includes(scheiding) || /["\r\n]|^\s|\s$/.test(veilig)
    ? `"${veilig.replaceAll('"', '""')}"`
    : veilig;
}
