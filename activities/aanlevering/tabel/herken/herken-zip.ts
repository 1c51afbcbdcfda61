import type { Bestand } from '../../bestand.ts';
import type { ZipGrenzen } from '../grenzen.ts';
import { weigerVersleuteldeOds } from '../ods/manifest.ts';
import { leesHeelXml } from '../xml/lees-xml.ts';
import { OOXML } from '../xml/naamruimten.ts';
import { ZipArchief } from '../zip/zip-archief.ts';
import { anderFormaat, type Formaat, GEGEVENS, metMacros } from './formaat.ts';

const INHOUDSTYPEN = '[Content_Types].xml';
const ODF = 'application/vnd.oasis.opendocument.';

/** The format of a zip file: an Office Open XML or OpenDocument spreadsheet, or a refusal that says what it is. */
export async function herkenZip(bestand: Bestand, grenzen: ZipGrenzen): Promise<Formaat> {
  const archief = await ZipArchief.open(bestand, grenzen);
  if (archief.heeft(INHOUDSTYPEN)) return await herkenOoxml(archief);
  const type = archief.heeft('mimetype') ? await leesKort(archief, 'mimetype') : '';
  if (type.startsWith(`${ODF}spreadsheet`) || (type === '' && isOds(archief))) {
    await weigerVersleuteldeOds(archief);
    return 'ods';
  }
  if (type.startsWith(ODF)) throw anderFormaat('een OpenDocument-bestand dat geen rekenblad is', GEGEVENS);
  if (archief.namen.some((naam) => naam.toLowerCase().endsWith('.iwa'))) {
    throw anderFormaat(
      'een bestand van Apple',
      'Exporteer het in Numbers als Excel (.xlsx) en lever dat aan.',
    );
  }
  throw anderFormaat(
    'een zip-bestand',
    'Pak het eerst uit en lever de bestanden die erin zitten één voor één aan.',
  );
}

async function herkenOoxml(archief: ZipArchief): Promise<Formaat> {
  const typen = await leesInhoudstypen(archief);
  const bevat = (deel: string): boolean => typen.some((type) => type.includes(deel));
  if (bevat('ms-excel.sheet.binary')) throw anderFormaat('een binair Excel-bestand (.xlsb)');
  if (bevat('macroenabled') || bevat('vbaproject') || archief.namen.some(isMacro)) throw metMacros();
  if (bevat('spreadsheetml.sheet.main') || bevat('spreadsheetml.template.main')) return 'xlsx';
  if (bevat('wordprocessingml')) throw anderFormaat('een Word-document', GEGEVENS);
  if (bevat('presentationml')) throw anderFormaat('een presentatie', GEGEVENS);
  throw anderFormaat('een Office-bestand dat geen rekenblad is', GEGEVENS);
}

/** Content types in lower case; more than a file of honest size has are not looked at. */
async function leesInhoudstypen(archief: ZipArchief): Promise<string[]> {
  const typen = new Set<string>();
  await leesHeelXml(
    { stukken: archief.stroom(INHOUDSTYPEN), naamruimten: OOXML },
    {
      open: (_naam, a) => {
        if (typen.size < 1_000) typen.add((a['ContentType'] ?? '').toLowerCase());
      },
    },
  );
  return [...typen];
}

function isMacro(naam: string): boolean {
  return /(?:^|\/)(?:vbaproject\.bin|macrosheets\/)/i.test(naam);
}

function isOds(archief: ZipArchief): boolean {
  return archief.heeft('content.xml') && archief.heeft('META-INF/manifest.xml');
}

async function leesKort(archief: ZipArchief, naam: string): Promise<string> {
  for await (const stuk of archief.stroom(naam))
    return Buffer.from(stuk.subarray(0, 256)).toString('latin1').trim();
  return '';
}
