import { schrijfZip, type ZipDeel } from './zip-schrijver.ts';

const URN = 'urn:oasis:names:tc:opendocument:xmlns';
const CALCEXT = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0';

/** A content.xml with these `table:table` elements. */
export const odsInhoud = (tabellen: string): string =>
  `<?xml version="1.0"?><office:document-content xmlns:office="${URN}:office:1.0" xmlns:table="${URN}:table:1.0" xmlns:text="${URN}:text:1.0" xmlns:style="${URN}:style:1.0" xmlns:draw="${URN}:drawing:1.0" xmlns:calcext="${CALCEXT}"><office:body><office:spreadsheet>${tabellen}</office:spreadsheet></office:body></office:document-content>`;

/** A sheet of these rows of texts and numbers, as LibreOffice would store it. */
export const odsTabel = (
  naam: string,
  rijen: readonly (readonly (string | number | undefined)[])[],
): string =>
  `<table:table table:name="${naam}">${rijen.map((rij) => `<table:table-row>${rij.map(odsCel).join('')}</table:table-row>`).join('')}</table:table>`;

function odsCel(waarde: string | number | undefined): string {
  if (waarde === undefined) return '<table:table-cell/>';
  if (typeof waarde === 'number')
    return `<table:table-cell office:value-type="float" office:value="${waarde}"><text:p>${waarde}</text:p></table:table-cell>`;
  const alineas = waarde
    .replace(/[&<>]/g, (teken) => `&#${teken.charCodeAt(0)};`)
    .replace(/^ | (?= )/g, '<text:s/>')
    .split('\n');
  return `<table:table-cell office:value-type="string">${alineas.map((alinea) => `<text:p>${alinea}</text:p>`).join('')}</table:table-cell>`;
}

/** An OpenDocument spreadsheet with one sheet, "Blad1", of these rows; or with this content.xml. */
export function maakOds(
  rijen: string,
  delen: { content?: string | Uint8Array; manifest?: string; extra?: ZipDeel[] } = {},
): Buffer {
  const content = delen.content ?? odsInhoud(`<table:table table:name="Blad1">${rijen}</table:table>`);
  return schrijfZip([
    { naam: 'mimetype', inhoud: 'application/vnd.oasis.opendocument.spreadsheet' },
    { naam: 'content.xml', inhoud: content, pak: true },
    {
      naam: 'META-INF/manifest.xml',
      inhoud: `<manifest:manifest xmlns:manifest="${URN}:manifest:1.0">${delen.manifest ?? ''}</manifest:manifest>`,
    },
    ...(delen.extra ?? []),
  ]);
}
