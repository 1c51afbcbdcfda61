import type { Bestand } from '../../bestand.ts';
import { anderFormaat, GEGEVENS, versleuteld } from './formaat.ts';

const EINDE = 0xfffffffa;
const HOOGSTENS_SECTOREN = 64;

/**
 * Says what lies in a Compound File (MS-CFB): a workbook or document of Office before 2007, or a file of today
 * that is encrypted (MS-OFFCRYPTO keeps those in a stream named EncryptedPackage). Always throws.
 */
export async function weigerOudOffice(bestand: Bestand): Promise<never> {
  const namen = await leesNamen(bestand);
  if (namen.has('EncryptedPackage')) throw versleuteld();
  if (namen.has('Workbook') || namen.has('Book'))
    throw anderFormaat('een Excel-bestand van een oude versie (.xls)');
  if (namen.has('WordDocument')) throw anderFormaat('een Word-document van een oude versie (.doc)', GEGEVENS);
  throw anderFormaat('een Office-bestand van een oude versie');
}

/** Names in the directory of the compound file, which is a chain of sectors. */
async function leesNamen(bestand: Bestand): Promise<Set<string>> {
  const namen = new Set<string>();
  const kop = Buffer.from(await bestand.lees(0, 512));
  if (kop.length < 512) return namen;
  const grootte = kop.readUInt16LE(30) === 12 ? 4096 : 512;
  let sector = kop.readUInt32LE(48);
  for (let i = 0; i < HOOGSTENS_SECTOREN && sector < EINDE; i++) {
    const inhoud = Buffer.from(await bestand.lees((sector + 1) * grootte, grootte));
    for (let plek = 0; plek + 128 <= inhoud.length; plek += 128) {
      const lengte = Math.min(Math.max(inhoud.readUInt16LE(plek + 64) - 2, 0), 62);
      namen.add(inhoud.toString('utf16le', plek, plek + lengte));
    }
    sector = await volgende(bestand, kop, sector, grootte);
  }
  return namen;
}

/** The next sector of a chain; only the part of the allocation table that the header itself points to is followed. */
async function volgende(bestand: Bestand, kop: Buffer, sector: number, grootte: number): Promise<number> {
  const perSector = grootte / 4;
  const tabel = Math.floor(sector / perSector);
  if (tabel >= 109) return EINDE;
  const plek = (kop.readUInt32LE(76 + tabel * 4) + 1) * grootte + (sector % perSector) * 4;
  const vier = Buffer.from(await bestand.lees(plek, 4));
  return vier.length === 4 ? vier.readUInt32LE(0) : EINDE;
}
