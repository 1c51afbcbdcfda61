import type { Soort } from '../soorten/soort.ts';
import { kolomNaam } from '../werkblad/cel-adres.ts';
import { alleKolommen, isBsnKolom, type Kolom, kopVan } from './alle-kolommen.ts';
import { isEigenBsnKop } from './bsn-kolom.ts';
import type { ExtraNamen, HerkendeKop } from './herken-kolom.ts';
import type { Koprij } from './kolommen.ts';
import type { Kolomregel, Mappingvoorstel } from './mapping.ts';
import { geefPlaats, type Veldkolom } from './plaats-velden.ts';

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

/** What UM makes of the headings of a file of this soort. */
export function stelVoor(soort: Soort, koprij: Koprij, extra?: ExtraNamen): Voorstel {
  const kolommen = alleKolommen(soort, koprij, extra);
  const isId = ({ herkend }: Kolom): boolean => 'veld' in herkend && herkend.veld.sleutel === soort.idVeld;
  const id = kolommen.find(isId) ?? enigeBsn(kolommen);
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
        .map((kolom) => ({ kolom: kopVan(kolom), ...alsVeld(padVan(kolom)), ...alsJaNee(kolom) })),
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
    zeker:
      id !== undefined &&
      (velden.paden.size > 0 || mutatie !== undefined) &&
      kolommen.every((kolom) => isZeker(kolom)),
  };
}

/** A file may hold the number of a partner as well: which is whose must not depend on the order of the columns. */
function enigeBsn(kolommen: readonly Kolom[]): Kolom | undefined {
  const bsns = kolommen.filter((kolom) => kolom.herkend.hoe === 'bsn' && kopVan(kolom) !== '');
  const eigen = bsns.filter(({ kop = '' }) => isEigenBsnKop(kop));
  const [enige, ...meer] = eigen.length > 0 ? eigen : bsns;
  return meer.length === 0 ? enige : undefined;
}

const alsVeld = (veld: string | undefined): { veld?: string } => (veld === undefined ? {} : { veld });

/** Of a column for one code the cells say whether: the code itself, or nothing. */
function alsJaNee({ herkend }: Kolom): Pick<Kolomregel, 'waarden'> {
  if (!('veld' in herkend) || herkend.code === undefined) return {};
  const { code: naar } = herkend;
  const ja = ['Ja', 'J', 'X', 'true', '1'].map((van) => ({ van, naar }));
  return { waarden: [...ja, ...['Nee', 'N', 'false', '0'].map((van) => ({ van }))] };
}

const isZeker = (kolom: Kolom): boolean =>
  !['onbekend', 'gelijkend', 'dubbel'].includes(kolom.herkend.hoe) && kopVan(kolom) !== '';

const alsVeldkolom = ({ index }: Kolom, herkend: Extract<HerkendeKop, { veld: unknown }>): Veldkolom => ({
  index,
  ...herkend,
});
