import type { Soort } from '../soorten/soort.ts';
import { kolomNaam } from '../werkblad/cel-adres.ts';
import { zijnBsns } from './bsn-kolom.ts';
import { type ExtraNamen, herkenKop, type HerkendeKop } from './herken-kolom.ts';
import { kopnaam, type Koprij } from './kolommen.ts';
import type { Mappingvoorstel } from './mapping.ts';
import { geefPlaats, type Veldkolom } from './plaats-velden.ts';
import { aantalLijsten } from './velden.ts';
import { veiligeKop } from './veilige-kop.ts';

/** What UM takes a column for; `dubbel`: another column is the same thing already. */
export interface Kolomoordeel {
  /** The column of the spreadsheet: `C`. */
  readonly plaats: string;
  /** Its heading; absent where there is none, or where it looks like a value. */
  readonly kolom?: string;
  readonly hoe: HerkendeKop['hoe'] | 'dubbel';
  /** The path of the field; absent for a column that is left out. */
  readonly veld?: string;
  /** The Dutch name of that field. */
  readonly titel?: string;
}

/** A mapping that UM proposes for a file, with why. */
export interface Voorstel {
  readonly mapping: Mappingvoorstel;
  readonly herkenning: readonly Kolomoordeel[];
  /** Paths of the fields without which a record is not published, or not found. */
  readonly ontbreekt: readonly string[];
  /** Whether nobody needs to look at it: every column is known, none twice, and there is an id. */
  readonly zeker: boolean;
}

interface Kolom {
  readonly index: number;
  readonly kop: string | undefined;
  readonly herkend: HerkendeKop | { readonly hoe: 'dubbel' };
}

/** What UM makes of the headings of a file of this soort. */
export function stelVoor(soort: Soort, koprij: Koprij, extra?: ExtraNamen): Voorstel {
  const kolommen = zonderDubbele(soort, metVolgnummers(herkenKolommen(soort, koprij, extra)));
  const isId = ({ herkend }: Kolom): boolean => 'veld' in herkend && herkend.veld.sleutel === soort.idVeld;
  const id =
    kolommen.find(isId) ?? kolommen.find((kolom) => kolom.herkend.hoe === 'bsn' && kopVan(kolom) !== '');
  const toestemming = kolommen.find(({ herkend }) => herkend.hoe === 'toestemming');
  const mutatie = kolommen.find(({ herkend }) => herkend.hoe === 'mutatie');
  const velden = geefPlaats(
    soort,
    kolommen.flatMap((kolom) =>
      isId(kolom) || !('veld' in kolom.herkend) ? [] : [alsVeldkolom(kolom, kolom.herkend)],
    ),
  );
  const padVan = ({ index }: Kolom): string | undefined => velden.paden.get(index);
  const ontbreekt = [
    ...(id === undefined ? [soort.idVeld] : []),
    ...([...velden.paden.values()].includes(soort.postcodeVeld) ? [] : [soort.postcodeVeld]),
  ];
  return {
    mapping: {
      soort: soort.naam,
      ...(id && { id: { kolom: kopVan(id), ...(isBsnKolom(id, koprij) && { pseudoniem: true }) } }),
      ...(toestemming && { toestemming: { kolom: kopVan(toestemming) } }),
      ...(mutatie && { mutatie: { kolom: kopVan(mutatie) } }),
      kolommen: kolommen
        .filter((kolom) => ![id, toestemming, mutatie].includes(kolom) && kopVan(kolom) !== '')
        .map((kolom) => ({ kolom: kopVan(kolom), ...alsVeld(padVan(kolom)) })),
      ...(velden.vasteWaarden.length > 0 && { vasteWaarden: [...velden.vasteWaarden] }),
    },
    herkenning: kolommen.map((kolom) => ({
      plaats: kolomNaam(kolom.index),
      ...(kopVan(kolom) !== '' && { kolom: kopVan(kolom) }),
      hoe: kolom.herkend.hoe,
      ...alsVeld(kolom === id ? soort.idVeld : padVan(kolom)),
      ...('veld' in kolom.herkend && { titel: kolom.herkend.veld.titel }),
    })),
    ontbreekt,
    zeker: id !== undefined && velden.paden.size > 0 && kolommen.every((kolom) => isZeker(kolom)),
  };
}

const kopVan = (kolom: Kolom): string => veiligeKop(kolom.kop ?? '') ?? '';

const alsVeld = (veld: string | undefined): { veld?: string } => (veld === undefined ? {} : { veld });

const isZeker = ({ herkend, kop }: Kolom): boolean =>
  !['onbekend', 'gelijkend', 'dubbel'].includes(herkend.hoe) && veiligeKop(kop ?? '') !== undefined;

const alsVeldkolom = ({ index }: Kolom, herkend: Extract<HerkendeKop, { veld: unknown }>): Veldkolom => ({
  index,
  ...herkend,
});

/** A wider table is not looked at: a mapping could not name its columns. */
const HOOGSTE_BREEDTE = 1_000;

/** Every column with a heading, and every one without in which something stands. */
function herkenKolommen(soort: Soort, koprij: Koprij, extra: ExtraNamen | undefined): Kolom[] {
  const breedte = Math.max(koprij.koppen.length, ...koprij.steekproef.map(({ cellen }) => cellen.length));
  if (breedte > HOOGSTE_BREEDTE) return [];
  const kolommen: Kolom[] = [];
  for (let index = 0; index < breedte; index++) {
    const kop = koprij.koppen[index];
    const waarden = steekproefVan(koprij, index);
    if (kop === undefined && waarden.length === 0) continue;
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

const isBsnKolom = ({ index, herkend }: Kolom, koprij: Koprij): boolean =>
  herkend.hoe === 'bsn' || zijnBsns(steekproefVan(koprij, index));

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
