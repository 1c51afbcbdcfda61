import { isGroep } from '../../domain/soorten/json-schema.ts';
import type { Cel } from '../../domain/werkblad/lees-cel.ts';
import type { Rij } from '../../domain/werkblad/rij.ts';

/** A record as one flat row: `arbeidsmarktkwalificatie.taalbeheersing.2.codeTaal`. What is empty has no column. */
export function platgeslagen(record: unknown, pad = ''): Map<string, string | number> {
  const kolommen = new Map<string, string | number>();
  const delen = Array.isArray(record)
    ? record.map((deel, index) => [index + 1, deel] as const)
    : isGroep(record)
      ? Object.entries(record)
      : [];
  for (const [naam, deel] of delen) {
    const kolom = pad === '' ? `${naam}` : `${pad}.${naam}`;
    if (typeof deel === 'string' || typeof deel === 'number') {
      if (deel !== '') kolommen.set(kolom, deel);
    } else for (const [binnen, waarde] of platgeslagen(deel, kolom)) kolommen.set(binnen, waarde);
  }
  return kolommen;
}

/** The record without what a flat file cannot say: empty texts, lists, groups and elements. */
export function zonderLeeg(waarde: unknown): unknown {
  if (Array.isArray(waarde)) {
    const elementen = waarde.map(zonderLeeg).filter((element) => element !== undefined);
    return elementen.length === 0 ? undefined : elementen;
  }
  if (isGroep(waarde)) {
    const velden = Object.entries(waarde)
      .map(([naam, deel]) => [naam, zonderLeeg(deel)] as const)
      .filter(([, deel]) => deel !== undefined);
    return velden.length === 0 ? undefined : Object.fromEntries(velden);
  }
  return waarde === '' ? undefined : waarde;
}

/** Rows as a reader of tables hands them out: the heading first, an empty text as an empty cell. */
export const alsRijen = (tabel: readonly (readonly (string | number)[])[]): Rij[] =>
  tabel.map((cellen, index) => ({ rij: index + 1, cellen: cellen.map(alsCel) }));

const alsCel = (waarde: string | number): Cel | undefined => {
  if (waarde === '') return undefined;
  return { soort: typeof waarde === 'number' ? 'getal' : 'tekst', tekst: `${waarde}` };
};
