import { isFoutenkop } from '../werkblad/achter-de-koppen.ts';
import { type Cel, isLeeg } from '../werkblad/lees-cel.ts';
import type { Rij } from '../werkblad/rij.ts';
import type { Koprij } from './kolommen.ts';

/**
 * How much a row that is not below this heading is like those that are: 0 not, 1 by one column of numbers or dates,
 * 2 by more of them or by an id of the same shape, 3 by a postcode under that of the others.
 */
export type Recordkenner = (rij: Rij) => 0 | 1 | 2 | 3;

const POSTCODE = /^[1-9][0-9]{3}\s?[A-Za-z]{2}$/;
/** So many of the values of a column say what it holds; among them stand slips of the pen and `onbekend`. */
const DEEL = 0.8;
/** A shorter id says nothing by its shape: a list of codes counts from 1 as well. */
const KORTSTE_ID = 3;

export function maakRecordkenner({ koppen, steekproef }: Koprij, idKolom: number): Recordkenner {
  const kolommen = koppen.flatMap((kop, kolom) =>
    kop === undefined || isFoutenkop(kop) ? [] : [maakKolom(kolom, steekproef)],
  );
  const idVormen = new Set(steekproef.flatMap(({ cellen }) => vormVan(cellen[idKolom])));
  const kanId = maakIdKenner(steekproef.map(({ cellen }) => tekstVan(cellen[idKolom])));
  return ({ cellen }) => {
    if (!kanId(tekstVan(cellen[idKolom]))) return 0;
    const gevuld = kolommen.filter(({ kolom }) => !isLeeg(cellen[kolom]));
    if (isLeeg(cellen[idKolom]) || gevuld.length < 2 || gevuld.length * 2 < kolommen.length) return 0;
    if (gevuld.every(({ kolom }, index) => tekstVan(cellen[kolom]) === `${index + 1}`)) return 0;
    let cijfers = 0;
    let postcode = false;
    for (const { kolom, soort } of gevuld) {
      const cel = cellen[kolom];
      if (soort === 'postcode' && !POSTCODE.test(tekstVan(cel))) return 0;
      if (soort === 'cijfers' && !isCijfers(cel)) return 0;
      postcode ||= soort === 'postcode';
      if (soort === 'cijfers' || (steekproef.length === 0 && isCijfers(cel))) cijfers++;
    }
    const zelfdeId =
      tekstVan(cellen[idKolom]).length >= KORTSTE_ID &&
      vormVan(cellen[idKolom]).some((vorm) => idVormen.has(vorm));
    return postcode ? 3 : cijfers > 1 || zelfdeId ? 2 : cijfers === 1 ? 1 : 0;
  };
}

/** Where all ids are numbers, one that is shorter or longer is a year, a total or the number of something else. */
function maakIdKenner(voorbeelden: readonly string[]): (id: string) => boolean {
  const ids = voorbeelden.filter((id) => id !== '');
  if (ids.length === 0 || !ids.every((id) => /^[0-9]+$/.test(id))) return () => true;
  const lengten = ids.map((id) => id.length);
  const [kortste, langste] = [Math.min(...lengten), Math.max(...lengten)];
  return ({ length }) => length >= kortste && length <= langste;
}

interface Kolom {
  readonly kolom: number;
  readonly soort: 'postcode' | 'cijfers' | 'anders';
}

function maakKolom(kolom: number, steekproef: readonly Rij[]): Kolom {
  const gevuld = steekproef.flatMap(({ cellen }) => (isLeeg(cellen[kolom]) ? [] : [cellen[kolom]]));
  const genoeg = (is: (cel: Cel | undefined) => boolean): boolean =>
    gevuld.length > 0 && gevuld.filter(is).length >= gevuld.length * DEEL;
  if (genoeg((cel) => POSTCODE.test(tekstVan(cel)))) return { kolom, soort: 'postcode' };
  return { kolom, soort: genoeg(isCijfers) ? 'cijfers' : 'anders' };
}

const tekstVan = (cel: Cel | undefined): string => cel?.tekst.trim() ?? '';

/** A number, a date, or a text with more digits than letters; `32 uur` too, and `Periode 2026` not. */
function isCijfers(cel: Cel | undefined): boolean {
  const tekst = tekstVan(cel).slice(0, 100);
  const cijfers = tekst.replace(/[^0-9]/g, '').length;
  return /^[^\p{L}0-9]*[0-9]/u.test(tekst) || (cijfers > 0 && cijfers >= tekst.replace(/\P{L}/gu, '').length);
}

/** `K-0012` and `K-7` have the same shape; a text without digits has none. */
function vormVan(cel: Cel | undefined): string[] {
  const tekst = tekstVan(cel).slice(0, 100);
  return /[0-9]/.test(tekst) ? [tekst.replace(/[0-9]+/g, '9').replace(/\p{L}+/gu, 'a')] : [];
}
