import { anderFormaat, GEGEVENS } from './formaat.ts';

const UITPAKKEN = 'Pak het eerst uit en lever het bestand aan dat erin zit.';

/** The first bytes of formats that people confuse with a spreadsheet, as Latin-1 text. */
const HANDTEKENINGEN: readonly (readonly [string, string, string?])[] = [
  ['%PDF', 'een pdf', GEGEVENS],
  ['{\\rtf', 'een tekstdocument (rtf)', GEGEVENS],
  ['\x89PNG', 'een afbeelding', GEGEVENS],
  ['\xff\xd8\xff', 'een afbeelding', GEGEVENS],
  ['GIF8', 'een afbeelding', GEGEVENS],
  ['BM\0', 'een afbeelding', GEGEVENS],
  ['II*\0', 'een afbeelding', GEGEVENS],
  ['MM\0*', 'een afbeelding', GEGEVENS],
  ['\x1f\x8b', 'een ingepakt bestand (gzip)', UITPAKKEN],
  ['7z\xbc\xaf', 'een ingepakt bestand (7z)', UITPAKKEN],
  ['Rar!', 'een ingepakt bestand (rar)', UITPAKKEN],
  ['BZh', 'een ingepakt bestand (bzip2)', UITPAKKEN],
  ['\xfd7zXZ', 'een ingepakt bestand (xz)', UITPAKKEN],
  ['\x28\xb5\x2f\xfd', 'een ingepakt bestand (zstd)', UITPAKKEN],
  ['MZ\x90', 'een programma', GEGEVENS],
  ['\x7fELF', 'een programma', GEGEVENS],
  ['SQLite format 3', 'een database', GEGEVENS],
  ['\0\x01\0\0Standard ', 'een Access-database', GEGEVENS],
  ['PAR1', 'een Parquet-bestand', GEGEVENS],
  // Workbooks of Excel 2 up to 4, and of 5 without its shell.
  ['\x09\x08\x10\0', 'een Excel-bestand van een oude versie (.xls)'],
  ['\x09\x08\x08\0', 'een Excel-bestand van een oude versie (.xls)'],
  ['\x09\x04\x06\0', 'een Excel-bestand van een oude versie (.xls)'],
  ['\x09\x00\x04\0', 'een Excel-bestand van een oude versie (.xls)'],
];

/** Throws when a file begins like a format that UM does not read. */
export function weigerHandtekening(begin: Uint8Array): void {
  const tekst = Buffer.from(begin.subarray(0, 32)).toString('latin1');
  for (const [handtekening, wat, remedie] of HANDTEKENINGEN) {
    if (tekst.startsWith(handtekening)) throw anderFormaat(wat, remedie);
  }
}
