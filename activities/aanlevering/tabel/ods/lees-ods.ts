import type { Bestand } from '../../bestand.ts';
import { standaardGrenzen } from '../grenzen.ts';
import type { LeesOpties, Rij } from '../tabel.ts';
import { leesXml } from '../xml/lees-xml.ts';
import { ODF } from '../xml/naamruimten.ts';
import { ZipArchief } from '../zip/zip-archief.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import { weigerVersleuteldeOds } from './manifest.ts';
import { WerkmapLezer } from './werkmap-lezer.ts';

/** Reads an OpenDocument spreadsheet (.ods). See `LeesTabel`. */
export async function* leesOds(bestand: Bestand, opties: LeesOpties = {}): AsyncGenerator<Rij> {
  const grenzen = opties.grenzen ?? standaardGrenzen;
  const archief = await ZipArchief.open(bestand, grenzen.zip);
  await weigerVersleuteldeOds(archief);
  const lezer = new WerkmapLezer(grenzen, opties.neemBlad ?? (() => true));
  const stukken = archief.stroom('content.xml');
  yield* leesXml({ stukken, naamruimten: ODF, plaats: () => lezer.plaats() }, lezer);
  if (!lezer.gezien) throw beschadigd('Er zit geen rekenblad in.');
}
