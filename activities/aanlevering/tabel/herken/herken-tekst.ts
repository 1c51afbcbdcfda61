import { TextDecoder } from 'node:util';
import { alsUtf16 } from '../csv/codering.ts';
import { anderFormaat, type Formaat, GEGEVENS } from './formaat.ts';

/**
 * Control characters that no text holds; tab, line feed, form feed, return and DOS' end of file do occur, and so does
 * the vertical tab: FileMaker writes it for a line break within a cell.
 */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const BINAIR = /[\0-\x08\x0e-\x19\x1b-\x1f]/;
const FLAT_ODS = /<office:document[\s>]/;
const XML_2003 = /urn:schemas-microsoft-com:office:spreadsheet/;

/** The format of a text file by how it begins; undefined when there is nothing but white space. */
export function herkenTekst(begin: Uint8Array, compleet: boolean): Formaat | undefined {
  const codering = alsUtf16(begin.subarray(0, 4096));
  // Lenient on purpose: whether every byte is right is for the reader of the format to say.
  const tekst = new TextDecoder(codering?.naam ?? 'utf-8').decode(begin, { stream: !compleet });
  if (BINAIR.test(tekst)) throw anderFormaat('geen tekst en geen rekenblad', GEGEVENS);
  const inhoud = tekst.trimStart();
  if (inhoud === '') return compleet ? undefined : 'csv';
  weigerOpmaaktaal(inhoud);
  if (/^\[\s*(?:[[{"\d\-\]]|true|false|null|$)/.test(inhoud)) return 'json';
  if (/^\{\s*(?:["}]|$)/.test(inhoud)) return isRegel(inhoud, compleet) ? 'ndjson' : 'json';
  return 'csv';
}

/** How a page begins, and a page that is packed as if it were a mail (.mht). */
const WEBPAGINA =
  /^(?:<!doctype html|<(?:html|table|meta|head|body|style|div|title|script|link|center|font|p)[\s>/]|mime-version:\s)/i;

function weigerOpmaaktaal(tekst: string): void {
  const inhoud = tekst.replace(/^(?:<!--[^]*?-->\s*)+/, '');
  if (WEBPAGINA.test(inhoud)) throw anderFormaat('een webpagina (html), ook als de naam op .xls eindigt');
  if (!inhoud.startsWith('<')) return;
  if (FLAT_ODS.test(inhoud)) {
    throw anderFormaat(
      'een plat OpenDocument-bestand (.fods)',
      'Sla het in LibreOffice op als .ods en lever dat aan.',
    );
  }
  if (XML_2003.test(inhoud)) throw anderFormaat('een XML-rekenblad van Excel 2003');
  if (inhoud.startsWith('<?xml')) throw anderFormaat('een XML-bestand', GEGEVENS);
}

/** Whether the first line is a JSON object by itself: then every line is one. */
function isRegel(inhoud: string, compleet: boolean): boolean {
  const [regel = '', ...meer] = inhoud.split(/\r?\n/, 2);
  if (meer.length === 0 && !compleet) return true;
  try {
    JSON.parse(regel);
    return true;
  } catch {
    return meer.length === 0 && !/\n/.test(inhoud);
  }
}
