import type { Knex } from 'knex';

/** A record of a file beside the one with its id that VUM finds now, if there is one: how long their texts are. */
export interface Omvang {
  readonly record_id: string;
  /** In bytes. */
  readonly nieuw: number;
  readonly oud: number | null;
}

/** A publicatie that is being built, and the one that VUM finds now. */
export interface Paar {
  readonly publicatieId: string;
  readonly basisId: string;
}

/** `hoogstens` ids after `na`. */
export interface Bladzijde {
  readonly na: string;
  readonly hoogstens: number;
}

/** One page of the records that came from a file, in the order of their ids. Empty past the last. Reads no texts. */
export async function listOmvang(db: Knex, paar: Paar, { na, hoogstens }: Bladzijde): Promise<Omvang[]> {
  return db('publicatie_records as nieuw')
    .leftJoin('publicatie_records as oud', (join) => {
      join.on('oud.record_id', 'nieuw.record_id').andOnVal('oud.publicatie_id', paar.basisId);
    })
    .where('nieuw.publicatie_id', paar.publicatieId)
    .where('nieuw.regel', '>', 0)
    .where('nieuw.record_id', '>', na)
    .orderBy('nieuw.record_id')
    .limit(hoogstens)
    .select<Omvang[]>(
      'nieuw.record_id as record_id',
      db.raw('OCTET_LENGTH(nieuw.inhoud) as nieuw'),
      db.raw('OCTET_LENGTH(oud.inhoud) as oud'),
    );
}

/** Both texts of each record with an id after `na` up to `tot` that differ and are equally long. */
export async function listEvenLange(
  db: Knex,
  { publicatieId, basisId }: Paar,
  { na, tot }: { readonly na: string; readonly tot: string },
): Promise<{ oud: string; nieuw: string }[]> {
  return db('publicatie_records as nieuw')
    .join('publicatie_records as oud', 'oud.record_id', 'nieuw.record_id')
    .where('nieuw.publicatie_id', publicatieId)
    .where('oud.publicatie_id', basisId)
    .where('nieuw.regel', '>', 0)
    .where('nieuw.record_id', '>', na)
    .where('nieuw.record_id', '<=', tot)
    .whereRaw('OCTET_LENGTH(oud.inhoud) = OCTET_LENGTH(nieuw.inhoud)')
    .whereRaw('oud.inhoud <> nieuw.inhoud')
    .select<{ oud: string; nieuw: string }[]>('oud.inhoud as oud', 'nieuw.inhoud as nieuw');
}

/** One page of what an upload asks to delete, and whether VUM finds it now. Empty past the last. */
export async function listVerwijderingen(
  db: Knex,
  aanleveringId: string,
  { basisId, na, hoogstens }: Bladzijde & Pick<Paar, 'basisId'>,
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
