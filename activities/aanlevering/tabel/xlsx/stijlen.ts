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
  // A format within `dxfs`, of what a condition colours, is of no cell and may have a number that is taken.
  let lijst = '';
  await leesHeelXml(
    { stukken: archief.stroom(onderdeel), naamruimten: OOXML },
    {
      open: (naam, a) => {
        if (naam === 'cellXfs' || naam === 'numFmts') lijst = naam;
        else if (naam === 'numFmt' && lijst === 'numFmts')
          eigen.set(Number(a['numFmtId']), leesNotatie(a['formatCode'] ?? ''));
        else if (naam === 'xf' && lijst === 'cellXfs') nummers.push(Number(a['numFmtId'] ?? 0));
        if (eigen.size > hoogstens || nummers.length > hoogstens) throw teVeelStijlen();
      },
      sluit: (naam) => {
        if (naam === lijst) lijst = '';
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
