import { LANGSTE_KOP } from '../werkblad/koprij.ts';
import type { Soort } from '../soorten/soort.ts';
import { isBsnKop } from './bsn-kolom.ts';
import { type Herkenning, namenlijstVan } from './kolomnamen.ts';
import { leesNummers, plat } from './kop.ts';
import { isNietUitgewisseld } from './niet-uitgewisseld.ts';
import { isToestemmingKop } from './toestemming.ts';
import { aantalLijsten, type Veld, veldenVan } from './velden.ts';

/** What a column is, as far as its heading tells. */
export type HerkendeKop =
  | { readonly hoe: 'bsn' | 'toestemming' | 'mutatie' | 'niet-uitgewisseld' | 'onbekend' }
  | {
      readonly hoe: Herkenning;
      readonly veld: Veld;
      /** Of its lists, from the outside in; fewer than it has lists where the heading leaves them out. */
      readonly nummers: readonly number[];
      /** The language, where the heading names it: `Nederlands mondeling`. */
      readonly taal?: string;
      /** The code, where the heading names it and the cells only say whether: `Rijbewijs B`. */
      readonly code?: string;
    };

/** More names of fields, for an export that is known: by letters, the path of the field. */
export type ExtraNamen = ReadonlyMap<
  string,
  { readonly veld: Veld; readonly nummers: readonly number[]; readonly taal?: string }
>;

export function herkenKop(soort: Soort, kop: string, extra?: ExtraNamen): HerkendeKop {
  if (kop.length > LANGSTE_KOP) return { hoe: 'onbekend' };
  if (isBsnKop(kop)) return { hoe: 'bsn' };
  const letters = plat(kop);
  const eigen = extra?.get(letters);
  if (eigen !== undefined) return { hoe: 'synoniem', ...eigen };
  if (isToestemmingKop(kop)) return { hoe: 'toestemming' };
  if (letters === 'mutatie') return { hoe: 'mutatie' };
  const veld =
    herkenRijbewijs(soort, letters) ?? herkenVeld(soort, kop, letters) ?? herkenTaal(soort, letters);
  if (veld !== undefined) return veld;
  return { hoe: isNietUitgewisseld(kop) ? 'niet-uitgewisseld' : 'onbekend' };
}

function herkenVeld(soort: Soort, kop: string, letters: string): HerkendeKop | undefined {
  const namen = namenlijstVan(soort);
  const genummerd = leesNummers(kop);
  const zonder = namen(letters);
  // `PC6` is a name of its own; a name that is nearly right says less than one with a number.
  if (zonder !== undefined && (zonder.hoe !== 'gelijkend' || genummerd === undefined))
    return { veld: zonder.veld, hoe: isLetterlijk(kop, zonder.veld) ? 'exact' : zonder.hoe, nummers: [] };
  const met = genummerd && namen(genummerd.letters);
  if (met === undefined || genummerd === undefined) return undefined;
  if (genummerd.nummers.length > aantalLijsten(met.veld)) return undefined;
  const { veld, hoe } = met;
  return {
    veld,
    hoe: isLetterlijk(kop.replace(/[0-9]+/g, ''), veld) ? 'exact' : hoe,
    nummers: genummerd.nummers,
  };
}

const isLetterlijk = (kop: string, { sleutel, titel }: Veld): boolean => {
  const tekst = kop.trim();
  return tekst === titel || zonderTekens(tekst) === zonderTekens(sleutel);
};
const zonderTekens = (sleutel: string): string => sleutel.replace(/\[\]|\.(?=\.)/g, '');

/** `Rijbewijs B`, `Rijbewijs (C1)`: a column for one licence. */
function herkenRijbewijs(soort: Soort, letters: string): HerkendeKop | undefined {
  const [, soortRijbewijs] =
    /^(?:heeft|bezit)?rijbewijs(?:soort|categorie)?([a-z][a-z0-9]{0,2})$/.exec(letters) ?? [];
  if (soortRijbewijs === undefined) return undefined;
  const veld = [...veldenVan(soort).values()].find(({ sleutel }) =>
    sleutel.endsWith('[].codeSoortRijbewijs'),
  );
  const code = soortRijbewijs.toUpperCase();
  return veld?.schema.enum?.includes(code) ? { hoe: 'synoniem', veld, nummers: [], code } : undefined;
}

const vaardigheden: readonly (readonly [RegExp, string])[] = [
  [/mondeling|spreken|spreek|gesproken|woord/, 'Mondeling'],
  [/schrift|schrijven|schrijf|geschreven/, 'Schriftelijk'],
  [/lezen|lees/, 'Lezen'],
  [/luisteren|luister|verstaan/, 'Luisteren'],
];

/** `Nederlands mondeling`, `Taalbeheersing Nederlands (schrijven)`: a level of the language that nearly all ask about. */
function herkenTaal(soort: Soort, letters: string): HerkendeKop | undefined {
  if (!/nederlands|^nt2|nedtaal|^nl(?=mond|spr|schr|le[ez]|lui)|nl$/.test(letters)) return undefined;
  const soorten = vaardigheden.filter(([woord]) => woord.test(letters));
  const [gevonden] = soorten;
  if (gevonden === undefined || soorten.length > 1) return undefined;
  const einde = `taalbeheersing[].codeNiveauTaalbeheersing${gevonden[1]}`;
  const veld = [...veldenVan(soort).values()].find(({ sleutel }) => sleutel.endsWith(einde));
  return veld && { hoe: 'synoniem', veld, nummers: [], taal: 'nld' };
}
