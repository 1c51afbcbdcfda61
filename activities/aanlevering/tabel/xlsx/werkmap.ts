import { teVeelBladen } from '../weigeringen.ts';
import type { Tabelblad } from '../tabel.ts';
import { leesHeelXml } from '../xml/lees-xml.ts';
import { OOXML } from '../xml/naamruimten.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import type { ZipArchief } from '../zip/zip-archief.ts';
import { leesRelaties, type Relatie } from './relaties.ts';

export interface Werkmap {
  /** In the order of the tabs, which need not be the order of the parts in the file. */
  readonly bladen: readonly { readonly blad: Tabelblad; readonly onderdeel: string }[];
  /** Whether day numbers count from 1904, as older Excel for Mac did. */
  readonly stelsel1904: boolean;
  /** Whether the program that wrote the file left the formulas for another to calculate. */
  readonly onberekend: boolean;
  readonly tekstTabel: string | undefined;
  readonly stijlen: string | undefined;
}

/** Reads which sheets there are and where their parts lie. Chart sheets hold no rows and are left out. */
export async function leesWerkmap(archief: ZipArchief, hoogstensBladen: number): Promise<Werkmap> {
  const werkmap = (await leesRelaties(archief, '')).find(({ soort }) => soort === 'officeDocument')?.doel;
  if (werkmap === undefined) throw beschadigd('De werkmap ontbreekt.');
  const relaties = await leesRelaties(archief, werkmap);
  const { bladen, stelsel1904, onberekend } = await leesInhoud(archief, werkmap, hoogstensBladen);
  return {
    bladen: bladen
      .flatMap(({ id, naam, verborgen }) => {
        const relatie = relaties.find((een) => een.id === id);
        if (relatie === undefined) throw beschadigd(`Het blad "${naam}" ontbreekt.`);
        return relatie.soort === 'worksheet' ? [{ naam, verborgen, onderdeel: relatie.doel }] : [];
      })
      .map(({ onderdeel, ...blad }, nummer) => ({ blad: { nummer, ...blad }, onderdeel })),
    stelsel1904,
    onberekend,
    tekstTabel: doelVan(relaties, 'sharedStrings'),
    stijlen: doelVan(relaties, 'styles'),
  };
}

interface Bladregel {
  readonly id: string;
  readonly naam: string;
  readonly verborgen: boolean;
}

async function leesInhoud(
  archief: ZipArchief,
  werkmap: string,
  hoogstens: number,
): Promise<{ bladen: Bladregel[]; stelsel1904: boolean; onberekend: boolean }> {
  const bladen: Bladregel[] = [];
  let stelsel1904 = false;
  let onberekend = false;
  await leesHeelXml(
    { stukken: archief.stroom(werkmap), naamruimten: OOXML },
    {
      open: (naam, a) => {
        if (naam === 'workbookPr') stelsel1904 = a['date1904'] === '1' || a['date1904'] === 'true';
        if (naam === 'calcPr') onberekend = a['fullCalcOnLoad'] === '1' || a['fullCalcOnLoad'] === 'true';
        if (naam !== 'sheet') return;
        const verborgen = a['state'] === 'hidden' || a['state'] === 'veryHidden';
        bladen.push({ id: a['r:id'] ?? '', naam: a['name'] ?? '', verborgen });
        if (bladen.length > hoogstens) throw teVeelBladen(hoogstens);
      },
    },
  );
  return { bladen, stelsel1904, onberekend };
}

function doelVan(relaties: readonly Relatie[], soort: string): string | undefined {
  return relaties.find((relatie) => relatie.soort === soort)?.doel;
}
