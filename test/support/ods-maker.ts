import { schrijfZip, type ZipDeel } from './zip-schrijver.ts';

const URN = 'urn:oasis:names:tc:opendocument:xmlns';
const CALCEXT = 'urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0';

/** An OpenDocument spreadsheet with one sheet, "Blad1", of these rows; or with this content.xml. */
export function maakOds(
  rijen: string,
  delen: { content?: string; manifest?: string; extra?: ZipDeel[] } = {},
): Buffer {
  const content =
    delen.content ??
    `<?xml version="1.0"?><office:document-content xmlns:office="${URN}:office:1.0" xmlns:table="${URN}:table:1.0" xmlns:text="${URN}:text:1.0" xmlns:style="${URN}:style:1.0" xmlns:draw="${URN}:drawing:1.0" xmlns:calcext="${CALCEXT}"><office:body><office:spreadsheet><table:table table:name="Blad1">${rijen}</table:table></office:spreadsheet></office:body></office:document-content>`;
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
