/** What a spreadsheet would calculate. A number with a sign stays a number and harms nobody. */
const FORMULE = /^'*[=+\-@\t\r]/;
const GETAL = /^[+-]\d+(?:[.,]\d+)*$/;

/**
 * A row of a CSV file. A cell that a spreadsheet would take for a formula gets an apostrophe in front, which our own
 * reader takes off again.
 */
export const csvRij = (cellen: readonly string[], scheiding: string): string =>
  `${cellen.map((cel) => csvCel(cel, scheiding)).join(scheiding)}\r\n`;

function csvCel(tekst: string, scheiding: string): string {
  const veilig = FORMULE.test(tekst) && !GETAL.test(tekst) ? `'${tekst}` : tekst;
  return veilig.includes(scheiding) || /["\r\n]|^\s|\s$/.test(veilig)
    ? `"${veilig.replaceAll('"', '""')}"`
    : veilig;
}
