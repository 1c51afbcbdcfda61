import type { Knex } from 'knex';

/** A record of a file beside the one with its id that VUM finds now. */
export interface Vergeleken {
  readonly record_id: string;
  /**
   * `misschien`: another text of the same length. Only such a one can hold the same in another order: of what
   * differs in anything else the text that UM writes differs in length too.
   */
  readonly stand: 'nieuw' | 'gelijk' | 'anders' | 'misschien';
}

/** Two publicaties, of which one is being built, and the page: `hoogstens` ids after `na`. */
export interface Bladzijde {
  readonly publicatieId: string;
  readonly basisId: string;
  readonly na: string;
  readonly hoogstens: number;
}

/** Compares one page of the records that came from a file, in the order of their ids. Empty past the last. */
export async function vergelijkRecords(db: Knex, bladzijde: Bladzijde): Promise<Vergeleken[]> {
  const { publicatieId, basisId, na, hoogstens } = bladzijde;
  return db('publicatie_records as nieuw')
    .leftJoin('publicatie_records as oud', (join) => {
      join.on('oud.record_id', 'nieuw.record_id').andOnVal('oud.publicatie_id', basisId);
    })
    .where('nieuw.publicatie_id', publicatieId)
    .where('nieuw.regel', '>', 0)
    .where('nieuw.record_id', '>', na)
    .orderBy('nieuw.record_id')
    .limit(hoogstens)
    .select<Vergeleken[]>('nieuw.record_id as record_id', db.raw(`${stand} as stand`));
}

const stand = `CASE WHEN oud.record_id IS NULL THEN 'nieuw'
  WHEN LENGTH(oud.inhoud) <> LENGTH(nieuw.inhoud) THEN 'anders'
  WHEN oud.inhoud = nieuw.inhoud THEN 'gelijk'
  ELSE 'misschien' END`;

/** The texts of these records in both publicaties. */
export async function listParen(
  db: Knex,
  { publicatieId, basisId }: Pick<Bladzijde, 'publicatieId' | 'basisId'>,
  ids: readonly string[],
): Promise<{ oud: string; nieuw: string }[]> {
  return db('publicatie_records as nieuw')
    .join('publicatie_records as oud', 'oud.record_id', 'nieuw.record_id')
    .where('nieuw.publicatie_id', publicatieId)
    .where('oud.publicatie_id', basisId)
    .whereIn('nieuw.record_id', ids)
    .select<{ oud: string; nieuw: string }[]>('oud.inhoud as oud', 'nieuw.inhoud as nieuw');
}

/** One page of what an upload asks to delete, and whether VUM finds it now. Empty past the last. */
export async function listVerwijderingen(
  db: Knex,
  aanleveringId: string,
  { basisId, na, hoogstens }: Omit<Bladzijde, 'publicatieId'>,
): Promise<{ record_id: string; regel: number; gevonden: string | null }[]> {
  return db('aanlevering_verwijderingen as weg')
    .leftJoin('publicatie_records as oud', (join) => {
      join.on('oud.record_id', 'weg.record_id').andOnVal('oud.publicatie_id', basisId);
    })
    .where('weg.aanlevering_id', aanleveringId)
    .where('weg.record_id', '>', na)
    .orderBy('weg.record_id')
    .limit(hoogstens)
    .select('weg.record_id as record_id', 'weg.regel as regel', 'oud.record_id as gevonden');
}
