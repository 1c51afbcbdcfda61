import { andereScheiding, heleRegels } from './csv-weigeringen.ts';

const TEKENS = [';', '\t', ',', '|'];
const RECORDS = 100;

/** How the beginning of a CSV file says that its columns are kept apart. */
export interface Scheiding {
  readonly teken: string;
  /** Length of Excel's own first line `sep=;`, which is no row; 0 when there is none. */
  readonly sepRegel: number;
}

/** A title above the table, or two, but no more lines than a heading may stand down. */
const KOPREGELS = 10;

/**
 * Finds the separator by what it makes of the first records: the one that gives most of them as many columns
 * as the first, and of those the one that gives the most columns. Where none does for half of them the first is no
 * heading but a title, and the widest of the first records counts. Separators within quotes do not count. Throws
 * `OnleesbaarBestand` where they are all within quotes, or where `sep=` names one that keeps nothing apart.
 */
export function kiesScheiding(begin: string, compleet: boolean): Scheiding {
  const sep = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r)/i.exec(begin);
  const sepRegel = sep?.[0].length ?? 0;
  const tabel = begin.slice(sepRegel);
  if (zijnHeleRegels(tabel)) throw heleRegels();
  const tel = (teken: string): Telling => ({ teken, aantallen: telKolommen(tabel, teken, compleet) });
  const tellingen = TEKENS.map(tel);
  const opEerste = besteVan(tellingen, kolommenVanEerste);
  const gezegd = sep?.[1];
  if (gezegd !== undefined) {
    const scheidt = besteVan([tel(gezegd)], kolommenVanEerste).deel >= 0.5;
    if (!scheidt && opEerste.deel >= 0.5) throw andereScheiding(gezegd, opEerste.teken);
    return { teken: gezegd, sepRegel };
  }
  const teken =
    opEerste.deel >= 0.5
      ? opEerste.teken
      : besteVan(tellingen, (aantallen) => Math.max(...aantallen.slice(0, KOPREGELS))).teken;
  return { teken, sepRegel: 0 };
}

/** Enough to see what all lines are like. */
const REGELS = 20;

/** Whether most lines are one cell between quotes, in which the columns are kept apart. */
function zijnHeleRegels(tabel: string): boolean {
  const regels = tabel
    .split(/[\r\n]+/, REGELS)
    .map((regel) => regel.trim())
    .filter((regel) => regel !== '');
  return regels.filter(isHeleRegel).length * 2 > regels.length;
}

function isHeleRegel(regel: string): boolean {
  if (regel.length < 2 || !regel.startsWith('"') || !regel.endsWith('"')) return false;
  const binnen = regel.slice(1, -1).replaceAll('""', '');
  return !binnen.includes('"') && TEKENS.some((teken) => binnen.includes(teken));
}

const kolommenVanEerste = ([eerste = 1]: Telling['aantallen']): number => eerste;

interface Telling {
  readonly teken: string;
  readonly aantallen: readonly number[];
}

function besteVan(tellingen: readonly Telling[], kopVan: (aantallen: readonly number[]) => number) {
  let beste = { teken: ';', deel: 0, kolommen: 1 };
  for (const { teken, aantallen } of tellingen) {
    const kolommen = kopVan(aantallen);
    const deel = aantallen.filter((aantal) => aantal === kolommen).length / aantallen.length;
    if (kolommen < 2) continue;
    if (deel > beste.deel || (deel === beste.deel && kolommen > beste.kolommen))
      beste = { teken, deel, kolommen };
  }
  return beste;
}

/** Columns of each of the first records, without the empty ones and one that the sample cuts off. */
function telKolommen(begin: string, teken: string, compleet: boolean): number[] {
  const aantallen: number[] = [];
  let kolommen = 1;
  let tekens = 0;
  let tussenQuotes = false;
  for (let i = 0; i < begin.length && aantallen.length < RECORDS; i++) {
    const een = begin[i];
    if (een === '"') tussenQuotes = !tussenQuotes;
    else if (!tussenQuotes && een === teken) kolommen++;
    else if (!tussenQuotes && (een === '\n' || een === '\r')) {
      if (tekens > 0) aantallen.push(kolommen);
      kolommen = 1;
      tekens = 0;
      continue;
    }
    tekens++;
  }
  if (tekens > 0 && (compleet || aantallen.length === 0)) aantallen.push(kolommen);
  return aantallen;
}
