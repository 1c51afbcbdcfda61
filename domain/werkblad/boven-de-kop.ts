import type { JsonSchema } from '../soorten/json-schema.ts';
import type { Kolom } from './blad.ts';
import type { GevondenKop } from './herken-kop.ts';
import { type Cel, isLeeg, leesCel } from './lees-cel.ts';
import { alsBladrij, type Rij } from './rij.ts';

/** Of a template that keeps its shape the titles stand here, in whatever words. */
const TITELRIJ = 1;

/**
 * The first row above the heading of a sheet that looks like one with data, as in a sheet that was sorted with its
 * heading: it has an id, and most of its other cells are what their columns ask for.
 */
export function gegevensBoven(kop: GevondenKop, eerste: readonly Rij[]): Rij | undefined {
  const [eronder] = eerste.flatMap((rij) => (rij.rij > kop.rij ? (alsBladrij(kop, rij)?.id ?? []) : []));
  return eerste.find((rij) => rij.rij < kop.rij && lijktGegevens(kop, rij, eronder));
}

const metCijfer = (tekst: string): boolean => /[0-9]/.test(tekst);

function lijktGegevens(kop: GevondenKop, rij: Rij, eronder: string | undefined): boolean {
  const bladrij = alsBladrij(kop, rij);
  if (bladrij?.id === undefined) return false;
  const gevuld = kop.blad.kolommen.flatMap((kolom, index) => {
    const cel = bladrij.cellen[index];
    return cel === undefined || isLeeg(cel) ? [] : [{ kolom, cel }];
  });
  if (gevuld.some(({ kolom, cel }) => isNaamVan(kolom, cel))) return false;
  const ander = gevuld.filter(({ kolom }) => kolom.rol !== 'id');
  const past = ander.filter(({ kolom, cel }) => pastBij(kolom.schema, cel));
  // Any text would do for a free text, a title or a remark of the user's own as well.
  const alsEronder = eronder === undefined || metCijfer(eronder) === metCijfer(bladrij.id);
  const isZeker = (kop.rij > TITELRIJ + 1 && alsEronder) || past.some(({ kolom }) => heeftVorm(kolom.schema));
  return past.length * 2 > ander.length && isZeker;
}

const isNaamVan = ({ titel, sleutel }: Kolom, { tekst }: Cel): boolean =>
  [titel, sleutel].includes(tekst.trim());

const heeftVorm = ({ pattern, format, type, enum: codes }: JsonSchema): boolean =>
  [pattern, format, codes].some((vorm) => vorm !== undefined) || type === 'integer';

function pastBij(schema: JsonSchema, cel: Cel): boolean {
  const gelezen = leesCel(schema, cel);
  if (gelezen === undefined || 'code' in gelezen) return false;
  return schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(`${gelezen.waarde}`);
}
