/*
 * A cell of a CSV file that begins with one of these signs is calculated by a spreadsheet. Not only the cells of the
 * file count: a program that splits on another separator than the file has (a Dutch Excel on `;`, whatever the file
 * says) begins a cell in the middle of ours, and quotes around the whole do not stop it. So an apostrophe goes before
 * the sign wherever a cell may begin.
 */
const CELBEGIN = /(?<=(?:^|[;,|\t\r\n])"{0,4})(?='*[=+\-@\t\r])/g;
const ONSCHADELIJK = /(?<=(?:^|[;,|\t\r\n])"{0,4})'(?='*[=+\-@\t\r])/g;

/** A number with a sign stays a number and harms nobody. */
const GETAL = /^[+-]\d+(?:[.,]\d+)*$/;

/** The text with apostrophes that keep every part of it from being calculated; `zonderApostrof` takes them off. */
export const metApostrof = (tekst: string): string =>
  GETAL.test(tekst) ? tekst : tekst.replace(CELBEGIN, "'");

/** The text that was meant, as the files have it that we give back with their faults. */
export const zonderApostrof = (tekst: string): string =>
  tekst.includes("'") ? tekst.replace(ONSCHADELIJK, '') : tekst;
