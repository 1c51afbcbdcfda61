import type { Bestand } from '../../bestand.ts';
import { type Grenzen, standaardGrenzen } from '../grenzen.ts';
import type { LeesOpties, OpenTabel, Rij } from '../tabel.ts';
import { leesXml, type XmlDocument } from '../xml/lees-xml.ts';
import { ODF } from '../xml/naamruimten.ts';
import { ZipArchief } from '../zip/zip-archief.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import { type Bladwijzer, BladwijzerLezer } from './bladwijzers.ts';
import { weigerVersleuteldeOds } from './manifest.ts';
import { WerkmapLezer } from './werkmap-lezer.ts';

/** Reads an OpenDocument spreadsheet (.ods). See `LeesTabel`. */
export async function* leesOds(bestand: Bestand, opties: LeesOpties = {}): AsyncGenerator<Rij> {
  const grenzen = opties.grenzen ?? standaardGrenzen;
  const archief = await openArchief(bestand, grenzen);
  const lezer = new WerkmapLezer(grenzen, opties.neemBlad ?? (() => true));
  yield* leesXml(inhoud(archief, lezer), lezer);
  if (!lezer.gezien) throw geenRekenblad();
}

/**
 * Opens an OpenDocument spreadsheet of which each sheet can be read as often as needed, several at once. All sheets
 * lie in one part: it is read through once, and after that of what lies before a sheet only the packing is undone.
 */
export async function openOds(bestand: Bestand, grenzen: Grenzen = standaardGrenzen): Promise<OpenTabel> {
  const archief = await openArchief(bestand, grenzen);
  const wijzers = await leesBladwijzers(archief, grenzen);
  return {
    bladen: wijzers.map(({ blad }) => blad),
    async *rijen(blad) {
      const wijzer = wijzers.find((kandidaat) => kandidaat.blad === blad);
      if (wijzer === undefined) throw new Error('Not a sheet of this workbook');
      yield* wijzer.eerste;
      if (wijzer.meer) yield* leesVerder(archief, wijzer, grenzen);
    },
  };
}

async function leesBladwijzers(archief: ZipArchief, grenzen: Grenzen): Promise<readonly Bladwijzer[]> {
  const lezer = new BladwijzerLezer(grenzen);
  // It hands out nothing, so that the first thing to come of it is the end.
  await leesXml(inhoud(archief, lezer.lezer), lezer).next();
  if (!lezer.lezer.gezien) throw geenRekenblad();
  return lezer.wijzers;
}

/** The rows after the first ones. */
async function* leesVerder(
  archief: ZipArchief,
  { blad, eerste, fragment }: Bladwijzer,
  grenzen: Grenzen,
): AsyncGenerator<Rij> {
  const gehad = eerste.at(-1)?.rij ?? 0;
  const lezer = new WerkmapLezer(grenzen, () => true, blad);
  for await (const rij of leesXml({ ...inhoud(archief, lezer), fragment }, lezer)) {
    if (rij.rij > gehad) yield rij;
  }
}

async function openArchief(bestand: Bestand, grenzen: Grenzen): Promise<ZipArchief> {
  const archief = await ZipArchief.open(bestand, grenzen.zip);
  await weigerVersleuteldeOds(archief);
  return archief;
}

const inhoud = (archief: ZipArchief, lezer: WerkmapLezer): XmlDocument => ({
  stukken: archief.stroom('content.xml'),
  naamruimten: ODF,
  plaats: () => lezer.plaats(),
});

const geenRekenblad = () => beschadigd('Er zit geen rekenblad in.');
