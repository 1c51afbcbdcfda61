import type { Knex } from 'knex';

/** A record of a file beside the one with its id that VUM finds now, if there is one. */
export interface Omvang {
  readonly nummer: number;
  readonly record_id: string;
  /** How long their texts are, in bytes. */
  readonly nieuw: number;
  readonly oud: number | null;
  /** 1 for two texts that are the same; only of short ones is it known. */
  readonly zelfde: 0 | 1;
}

/** The numbers of a publicatie that is being built, and of the one that VUM finds now. */
export interface Paar {
  readonly publicatie: number;
  readonly basis: number;
}

/** `hoogstens` of them after `na`. */
interface Bladzijde<T> {
  readonly na: T;
  readonly hoogstens: number;
}

/** Bytes of a text that is compared while its length is looked up: a page of them takes milliseconds. */
const kort = 16 * 1024;

/** One page of the records that came from a file, in its order. Empty past the last. Hands out no texts. */
export async function listOmvang(
  db: Knex,
  paar: Paar,
  { na, hoogstens }: Bladzijde<number>,
): Promise<Omvang[]> {
  return db('publicatie_records as nieuw')
    .leftJoin('publicatie_records as oud', (join) => {
      join.on('oud.record_id', 'nieuw.record_id').andOnVal('oud.publicatie_nummer', paar.basis);
    })
    .where('nieuw.publicatie_nummer', paar.publicatie)
    .where('nieuw.regel', '>', 0)
    .where('nieuw.nummer', '>', na)
    .orderBy('nieuw.nummer')
    .limit(hoogstens)
    .select<Omvang[]>(
      'nieuw.nummer as nummer',
      'nieuw.record_id as record_id',
      db.raw('OCTET_LENGTH(nieuw.inhoud) as nieuw'),
      db.raw('OCTET_LENGTH(oud.inhoud) as oud'),
      db.raw(
        `CASE WHEN OCTET_LENGTH(nieuw.inhoud) <= ${kort} AND OCTET_LENGTH(oud.inhoud) = OCTET_LENGTH(nieuw.inhoud)
          THEN oud.inhoud = nieuw.inhoud ELSE 0 END as zelfde`,
      ),
    );
}

/** Both texts of each of these records whose texts differ and are equally long. */
export async function listEvenLange(
  db: Knex,
  { publicatie, basis }: Paar,
  ids: readonly string[],
): Promise<{ oud: string; nieuw: string }[]> {
  return db('publicatie_records as nieuw')
    .join('publicatie_records as oud', 'oud.record_id', 'nieuw.record_id')
    .where('nieuw.publicatie_nummer', publicatie)
    .where('oud.publicatie_nummer', basis)
    .whereIn('nieuw.record_id', ids)
    .whereRaw('OCTET_LENGTH(oud.inhoud) = OCTET_LENGTH(nieuw.inhoud)')
    .whereRaw('oud.inhoud <> nieuw.inhoud')
    .select<{ oud: string; nieuw: string }[]>('oud.inhoud as oud', 'nieuw.inhoud as nieuw');
}

/** One page of what an upload asks to delete, and whether VUM finds it now. Empty past the last. */
export async function listVerwijderingen(
  db: Knex,
  aanleveringId: string,
  { basis, na, hoogstens }: Bladzijde<string> & { readonly basis: number | undefined },
): Promise<{ record_id: string; regel: number; gevonden: string | null }[]> {
  return db('aanlevering_verwijderingen as weg')
    .leftJoin('publicatie_records as oud', (join) => {
      join.on('oud.record_id', 'weg.record_id').andOnVal('oud.publicatie_nummer', basis ?? 0);
    })
    .where('weg.aanlevering_id', aanleveringId)
    .where('weg.record_id', '>', na)
    .orderBy('weg.record_id')
    .limit(hoogstens)
    .select('weg.record_id as record_id', 'weg.regel as regel', 'oud.record_id as gevonden');
}
