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
 * heading but a title, and the widest of the first records counts. Separators within quotes do not count.
 */
export function kiesScheiding(begin: string, compleet: boolean): Scheiding {
  const sep = /^"?sep=([^\r\n"])"?(?:\r\n|\n|\r)/i.exec(begin);
  if (sep?.[1] !== undefined) return { teken: sep[1], sepRegel: sep[0].length };
  const tellingen = TEKENS.map((teken) => ({ teken, aantallen: telKolommen(begin, teken, compleet) }));
  const opEerste = besteVan(tellingen, ([eerste]) => eerste ?? 1);
  const teken =
    opEerste.deel >= 0.5
      ? opEerste.teken
      : besteVan(tellingen, (aantallen) => Math.max(...aantallen.slice(0, KOPREGELS))).teken;
  return { teken, sepRegel: 0 };
}

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
