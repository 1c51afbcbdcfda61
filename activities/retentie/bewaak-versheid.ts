import type { Knex } from 'knex';
import { trekIn } from '../../db/trek-in.ts';
import { listInTeTrekken, listTeMelden, meldVeroudering } from '../../db/versheid.ts';
import { versheidVan, type Versheidsregel } from '../../domain/publicaties/versheid.ts';

/** How many a sweep takes at most of each; the next sweep takes the rest. */
const perKeer = 500;

/** What a sweep did about publicaties that grew old, for one gemeente. */
export interface Bewaakt {
  publicatiesVerouderdGemeld: number;
  publicatiesIngetrokken: number;
}

/**
 * Tells gemeenten once that what they published has grown old, and withdraws what they left so. Their records go as
 * after any withdrawal. Returns the counts by OIN; safe to run twice.
 */
export async function bewaakVersheid(
  db: Knex,
  regel: Versheidsregel | undefined,
  nu: Date,
): Promise<Map<string, Bewaakt>> {
  const gedaan = new Map<string, Bewaakt>();
  if (!regel) return gedaan;
  const tel = (oin: string, wat: keyof Bewaakt): void => {
    const tot = gedaan.get(oin) ?? { publicatiesVerouderdGemeld: 0, publicatiesIngetrokken: 0 };
    tot[wat]++;
    gedaan.set(oin, tot);
  };
  for (const oin of await meld(db, regel, nu)) tel(oin, 'publicatiesVerouderdGemeld');
  for (const oin of await trekVerouderdeIn(db, regel, nu)) tel(oin, 'publicatiesIngetrokken');
  return gedaan;
}

const voor = (nu: Date, ms: number): string => new Date(nu.getTime() - ms).toISOString();

async function meld(db: Knex, regel: Versheidsregel, nu: Date): Promise<string[]> {
  const gemeld: string[] = [];
  for (const publicatie of await listTeMelden(db, voor(nu, regel.verouderdNa), perKeer)) {
    const data = { gepubliceerdOp: publicatie.gepubliceerd_op, gemeldOp: null };
    const { wordtIngetrokkenOp } = versheidVan(data, regel, nu);
    const gevolg = wordtIngetrokkenOp === undefined ? '' : `; wordt ingetrokken vanaf ${wordtIngetrokkenOp}`;
    const reden = `gepubliceerd op ${publicatie.gepubliceerd_op}${gevolg}`;
    if (await meldVeroudering(db, publicatie, reden, nu.toISOString())) gemeld.push(publicatie.oin);
  }
  return gemeld;
}

async function trekVerouderdeIn(
  db: Knex,
  { verouderdNa, intrekkenNa }: Versheidsregel,
  nu: Date,
): Promise<string[]> {
  if (intrekkenNa === undefined) return [];
  const ingetrokken: string[] = [];
  const gemeldTot = voor(nu, intrekkenNa - verouderdNa);
  for (const publicatie of await listInTeTrekken(db, voor(nu, intrekkenNa), gemeldTot, perKeer)) {
    const reden = `verouderd: gepubliceerd op ${publicatie.gepubliceerd_op}`;
    if (await trekIn(db, { publicatie, actor: 'um', reden, nu: nu.toISOString() }))
      ingetrokken.push(publicatie.oin);
  }
  return ingetrokken;
}
