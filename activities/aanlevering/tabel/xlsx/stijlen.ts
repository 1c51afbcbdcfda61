import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { leesHeelXml } from '../xml/lees-xml.ts';
import { OOXML } from '../xml/naamruimten.ts';
import type { ZipArchief } from '../zip/zip-archief.ts';
import { ingebouwdeNotatie, leesNotatie, type Notatie } from './getalnotatie.ts';

/** The notation of each cell style, by its number (`s` of a cell). */
export async function leesStijlen(
  archief: ZipArchief,
  onderdeel: string,
  hoogstens: number,
): Promise<readonly Notatie[]> {
  const eigen = new Map<number, Notatie>();
  const nummers: number[] = [];
  let inCellXfs = false;
  await leesHeelXml(
    { stukken: archief.stroom(onderdeel), naamruimten: OOXML },
    {
      open: (naam, a) => {
        if (naam === 'cellXfs') inCellXfs = true;
        else if (naam === 'numFmt') eigen.set(Number(a['numFmtId']), leesNotatie(a['formatCode'] ?? ''));
        else if (naam === 'xf' && inCellXfs) nummers.push(Number(a['numFmtId'] ?? 0));
        if (eigen.size > hoogstens || nummers.length > hoogstens) throw teVeelStijlen();
      },
      sluit: (naam) => {
        if (naam === 'cellXfs') inCellXfs = false;
      },
    },
  );
  // A file may give a built-in number a format of its own, and some do.
  return nummers.map((nummer) => eigen.get(nummer) ?? ingebouwdeNotatie(nummer));
}

function teVeelStijlen(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    'Dit bestand bevat meer celopmaak dan Excel zelf aankan. Sla het op als CSV en lever dat aan.',
  );
}
