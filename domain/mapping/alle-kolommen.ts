import type { Soort } from '../soorten/soort.ts';
import { grensVan, isFoutenkop } from '../werkblad/achter-de-koppen.ts';
import { zijnBsns } from './bsn-kolom.ts';
import { type ExtraNamen, herkenKop, type HerkendeKop } from './herken-kolom.ts';
import { kopnaam, type Koprij } from './kolommen.ts';
import { plat } from './kop.ts';
import { veiligeKop } from './veilige-kop.ts';
import { aantalLijsten, veldenVan } from './velden.ts';

/** A column of a file, with what UM takes it for. */
export interface Kolom {
  readonly index: number;
  readonly kop: string | undefined;
  readonly herkend: HerkendeKop | { readonly hoe: 'dubbel' };
}

/** Its heading as it may be kept; empty where it may not, and where there is none. */
export const kopVan = (kolom: Kolom): string => veiligeKop(kolom.kop ?? '') ?? '';

/** Every column of a table, each of them a thing of its own. */
export const alleKolommen = (soort: Soort, koprij: Koprij, extra: ExtraNamen | undefined): readonly Kolom[] =>
  zonderDubbele(
    soort,
    metVolgnummers(metVervangendId(soort, zonderLosNummer(herkenKolommen(soort, koprij, extra)))),
  );

/** A wider table is not looked at: a mapping could not name its columns. */
export const HOOGSTE_BREEDTE = 1_000;

/** Every column with a heading, and every one without in which something stands; not the faults that UM put there. */
function herkenKolommen(soort: Soort, koprij: Koprij, extra: ExtraNamen | undefined): Kolom[] {
  const breedte = Math.max(koprij.koppen.length, ...koprij.steekproef.map(({ cellen }) => cellen.length));
  if (breedte > HOOGSTE_BREEDTE) return [];
  // What stands behind it moved there: it makes no column.
  const grens = grensVan(koprij.bladnaam, koprij.koppen, koprij.steekproef) ?? breedte;
  const kolommen: Kolom[] = [];
  for (let index = 0; index < breedte; index++) {
    const kop = koprij.koppen[index];
    if (isFoutenkop(kop)) continue;
    const waarden = steekproefVan(koprij, index);
    if (kop === undefined && (waarden.length === 0 || index >= grens)) continue;
    const herkend = herkenVeilig(soort, kop, extra);
    const isId = 'veld' in herkend && herkend.veld.sleutel === soort.idVeld;
    kolommen.push({ index, kop, herkend: !isId && zijnBsns(waarden) ? { hoe: 'bsn' } : herkend });
  }
  return kolommen;
}

/** A heading that cannot be kept can be named in no mapping either. */
function herkenVeilig(soort: Soort, kop: string | undefined, extra: ExtraNamen | undefined): HerkendeKop {
  if (kop === undefined) return { hoe: 'onbekend' };
  const herkend = herkenKop(soort, kop, extra);
  return herkend.hoe === 'bsn' || veiligeKop(kop) !== undefined ? herkend : { hoe: 'onbekend' };
}

const steekproefVan = ({ steekproef }: Koprij, index: number): string[] =>
  steekproef.flatMap(({ cellen }) => {
    const tekst = cellen[index]?.tekst.trim() ?? '';
    return tekst === '' ? [] : [tekst];
  });

/** Whether it holds burgerservicenummers, whatever it is used for. */
export const isBsnKolom = ({ index, herkend }: Kolom, koprij: Koprij): boolean =>
  herkend.hoe === 'bsn' || zijnBsns(steekproefVan(koprij, index));

/** `Nr` is the number of a house right of its street, and elsewhere nearly always that of the row. */
const zonderLosNummer = (kolommen: readonly Kolom[]): readonly Kolom[] =>
  kolommen.map((kolom, index) => {
    const isLos = plat(kolom.kop ?? '') === 'nr' && isVan(kolom, '.huisnummer');
    return isLos && !isVan(kolommen[index - 1], '.straatnaam')
      ? { ...kolom, herkend: { hoe: 'onbekend' } }
      : kolom;
  });

const isVan = (kolom: Kolom | undefined, einde: string): boolean =>
  kolom !== undefined && 'veld' in kolom.herkend && kolom.herkend.veld.sleutel.endsWith(einde);

/** A file of vacatures with one `Vacaturenummer` and no other id has that for its id. */
function metVervangendId(soort: Soort, kolommen: readonly Kolom[]): readonly Kolom[] {
  const van = (sleutel: string | undefined): Kolom[] =>
    kolommen.filter(({ herkend }) => 'veld' in herkend && herkend.veld.sleutel === sleutel);
  const id = veldenVan(soort).get(soort.idVeld);
  const [enige, ...meer] = van(soort.vervangendIdVeld);
  if (id === undefined || enige === undefined || meer.length > 0 || van(soort.idVeld).length > 0)
    return kolommen;
  const hoe = enige.herkend.hoe === 'gelijkend' ? 'gelijkend' : 'synoniem';
  return kolommen.map((kolom) =>
    kolom === enige ? { ...kolom, herkend: { hoe, veld: id, nummers: [] } } : kolom,
  );
}

/**
 * `Telefoon` and `Mobiel` are both the only value of an element of one list: they become its elements, in the order
 * of their names, because that of the columns means nothing.
 */
function metVolgnummers(kolommen: readonly Kolom[]): Kolom[] {
  return kolommen.map((kolom) => {
    const { herkend, kop = '' } = kolom;
    if (!('veld' in herkend) || !herkend.veld.enige || herkend.nummers.length > 0) return kolom;
    const namen = kolommen.flatMap((ander) =>
      'veld' in ander.herkend && ander.herkend.veld === herkend.veld && ander.herkend.nummers.length === 0
        ? [kopnaam(ander.kop ?? '')]
        : [],
    );
    if (namen.length < 2 || aantalLijsten(herkend.veld) > 1) return kolom;
    const nummer = namen.toSorted().indexOf(kopnaam(kop)) + 1;
    return { ...kolom, herkend: { ...herkend, nummers: [nummer] } };
  });
}

/** Of columns that are one thing the first stays; a heading that stands twice is never certain. */
function zonderDubbele(soort: Soort, kolommen: readonly Kolom[]): Kolom[] {
  const gezien = new Set<string>();
  return kolommen.map((kolom) => {
    const { herkend, kop = '' } = kolom;
    if (herkend.hoe === 'onbekend' || herkend.hoe === 'niet-uitgewisseld') return kolom;
    const wat =
      'veld' in herkend ? watVan(soort, herkend) : herkend.hoe === 'bsn' ? kopnaam(kop) : herkend.hoe;
    if (gezien.has(wat)) return { ...kolom, herkend: { hoe: 'dubbel' } };
    gezien.add(wat);
    return kolom;
  });
}

const watVan = (soort: Soort, { veld, nummers, taal }: Extract<HerkendeKop, { veld: unknown }>): string =>
  veld.sleutel === soort.idVeld ? 'id' : `${veld.sleutel} ${nummers.join('.') || '1'} ${taal ?? ''}`;
