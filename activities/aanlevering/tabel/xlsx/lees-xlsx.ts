import type { Bestand } from '../../bestand.ts';
import { waarIn } from '../weigeringen.ts';
import { type Grenzen, standaardGrenzen } from '../grenzen.ts';
import type { LeesOpties, OpenTabel, Rij } from '../tabel.ts';
import { leesHeelXml, leesXml } from '../xml/lees-xml.ts';
import { OOXML } from '../xml/naamruimten.ts';
import { ZipArchief } from '../zip/zip-archief.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import { BladLezer } from './bladlezer.ts';
import type { Naslag } from './cel-bouwer.ts';
import { RijkeTekst } from './rijke-tekst.ts';
import { leesStijlen } from './stijlen.ts';
import { TekstTabel } from './teksttabel.ts';
import { leesWerkmap, type Werkmap } from './werkmap.ts';

/** Opens an Excel workbook: what its sheets share is read once, with the first row. */
export async function openXlsx(bestand: Bestand, grenzen: Grenzen = standaardGrenzen): Promise<OpenTabel> {
  const archief = await ZipArchief.open(bestand, grenzen.zip);
  const werkmap = await leesWerkmap(archief, grenzen.bladen);
  let naslag: Promise<Naslag> | undefined;
  return {
    bladen: werkmap.bladen.map(({ blad }) => blad),
    async *rijen(blad) {
      const gekozen = werkmap.bladen.find((kandidaat) => kandidaat.blad === blad);
      if (gekozen === undefined) throw new Error('Not a sheet of this workbook');
      naslag ??= leesNaslag(archief, werkmap, grenzen);
      yield* leesBlad(archief, gekozen.onderdeel, new BladLezer(blad, await naslag, grenzen));
    },
  };
}

/** Reads an Excel workbook (.xlsx). See `LeesTabel`. */
export async function* leesXlsx(bestand: Bestand, opties: LeesOpties = {}): AsyncGenerator<Rij> {
  const werkmap = await openXlsx(bestand, opties.grenzen);
  const gekozen = werkmap.bladen.filter((blad) => opties.neemBlad?.(blad) ?? true);
  for (const blad of gekozen) yield* werkmap.rijen(blad);
}

async function leesNaslag(archief: ZipArchief, werkmap: Werkmap, grenzen: Grenzen): Promise<Naslag> {
  const { tekstTabel, stijlen, stelsel1904, onberekend } = werkmap;
  return {
    teksten: tekstTabel === undefined ? undefined : await leesTeksten(archief, tekstTabel, grenzen),
    notaties: stijlen === undefined ? [] : await leesStijlen(archief, stijlen, grenzen.stijlen),
    stelsel1904,
    onberekend,
  };
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
  const tekst = new RijkeTekst(grenzen.celtekens);
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
        // What is too long stays so by one character: the cell that uses it is refused by name.
        tabel.voegToe(tekst.neem().slice(0, grenzen.celtekens + 1));
      },
    },
  );
  return tabel;
}
