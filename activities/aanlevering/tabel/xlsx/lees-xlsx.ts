import type { Bestand } from '../../bestand.ts';
import { teLangeCel, waarIn } from '../weigeringen.ts';
import { type Grenzen, standaardGrenzen } from '../grenzen.ts';
import type { LeesOpties, Rij } from '../tabel.ts';
import { leesHeelXml, leesXml } from '../xml/lees-xml.ts';
import { OOXML } from '../xml/naamruimten.ts';
import { ZipArchief } from '../zip/zip-archief.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import { BladLezer } from './bladlezer.ts';
import type { Naslag } from './cel-bouwer.ts';
import { RijkeTekst } from './rijke-tekst.ts';
import { leesStijlen } from './stijlen.ts';
import { TekstTabel } from './teksttabel.ts';
import { leesWerkmap } from './werkmap.ts';

/** Reads an Excel workbook (.xlsx). See `LeesTabel`. */
export async function* leesXlsx(bestand: Bestand, opties: LeesOpties = {}): AsyncGenerator<Rij> {
  const grenzen = opties.grenzen ?? standaardGrenzen;
  const archief = await ZipArchief.open(bestand, grenzen.zip);
  const werkmap = await leesWerkmap(archief, grenzen.bladen);
  const gekozen = werkmap.bladen.filter(({ blad }) => opties.neemBlad?.(blad) ?? true);
  if (gekozen.length === 0) return;
  const naslag: Naslag = {
    teksten:
      werkmap.tekstTabel === undefined ? undefined : await leesTeksten(archief, werkmap.tekstTabel, grenzen),
    notaties:
      werkmap.stijlen === undefined ? [] : await leesStijlen(archief, werkmap.stijlen, grenzen.stijlen),
    stelsel1904: werkmap.stelsel1904,
  };
  for (const { blad, onderdeel } of gekozen)
    yield* leesBlad(archief, onderdeel, new BladLezer(blad, naslag, grenzen));
}

async function* leesBlad(archief: ZipArchief, onderdeel: string, lezer: BladLezer): AsyncGenerator<Rij> {
  const stukken = archief.stroom(onderdeel);
  yield* leesXml({ stukken, naamruimten: OOXML, plaats: () => lezer.plaats() }, lezer);
  if (!lezer.gezien)
    throw beschadigd(`Een blad heeft geen rijen waar die horen te staan (${waarIn(lezer.plaats())}).`);
}

/** The shared strings, or nothing when the part is only announced: what refers to it is then refused by cell. */
async function leesTeksten(
  archief: ZipArchief,
  onderdeel: string,
  grenzen: Grenzen,
): Promise<TekstTabel | undefined> {
  if (!archief.heeft(onderdeel)) return undefined;
  const tabel = new TekstTabel(grenzen.tekstTabelBytes);
  const tekst = new RijkeTekst();
  await leesHeelXml(
    { stukken: archief.stroom(onderdeel), naamruimten: OOXML },
    {
      open: (naam) => {
        if (naam !== 'si') tekst.open(naam);
      },
      tekst: (deel) => tekst.hoor(deel),
      sluit: (naam) => {
        tekst.sluit(naam);
        if (naam !== 'si') return;
        const heel = tekst.neem();
        if (heel.length > grenzen.celtekens) throw teLangeCel(grenzen.celtekens, {});
        tabel.voegToe(heel);
      },
    },
  );
  return tabel;
}
