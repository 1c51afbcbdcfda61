import type { Knex } from 'knex';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';
import type { MappingRow } from './tables.ts';

/** A mapping without what it says. */
export type MappingRegel = Omit<MappingRow, 'inhoud' | 'oin'>;

/** The mappings of one gemeente, by soort and name; at most `hoogsteAantalMappingen`. */
export async function listMappingen(db: Knex, oin: string, soort?: SoortNaam): Promise<MappingRegel[]> {
  const query = db('mappingen').where({ oin }).orderBy(['soort', 'naam']);
  if (soort !== undefined) void query.where({ soort });
  return query.select('soort', 'naam', 'versie', 'gewijzigd_door', 'gewijzigd_op');
}

/** What the mappings of one gemeente and soort say, as JSON. */
export async function loadMappingen(
  db: Knex,
  oin: string,
  soort: SoortNaam,
): Promise<Pick<MappingRow, 'naam' | 'inhoud'>[]> {
  return db('mappingen').where({ oin, soort }).orderBy('naam').select('naam', 'inhoud');
}

/** More a gemeente has no use for, and every upload looks through them. */
export const hoogsteAantalMappingen = 50;

/** What names one mapping. */
export type MappingSleutel = Pick<MappingRow, 'oin' | 'soort' | 'naam'>;

export async function findMapping(db: Knex, sleutel: MappingSleutel): Promise<MappingRow | undefined> {
  return db('mappingen').where(sleutel).first();
}

/** Throws the database's own unique error where there is one of this name already. */
export async function insertMapping(trx: Knex.Transaction, row: MappingRow): Promise<void> {
  await trx('mappingen').insert(row);
}

/** The next version of a mapping; false when it is not at `vanVersie` any more. */
export async function updateMapping(
  trx: Knex.Transaction,
  { oin, soort, naam, ...naar }: MappingRow,
  vanVersie: number,
): Promise<boolean> {
  return (await trx('mappingen').where({ oin, soort, naam, versie: vanVersie }).update(naar)) > 0;
}

/** False when it was gone already, or is not at this version any more. */
export async function deleteMapping(
  trx: Knex.Transaction,
  { oin, soort, naam }: MappingSleutel,
  versie: number,
): Promise<boolean> {
  return (await trx('mappingen').where({ oin, soort, naam, versie }).delete()) > 0;
}

/** What was used or proposed for an upload, as JSON. The caller has made sure whose upload it is. */
export async function findMappingVan(db: Knex, aanleveringId: string): Promise<string | undefined> {
  const row = await db('aanlevering_mappingen').where({ aanlevering_id: aanleveringId }).first('inhoud');
  return row?.inhoud;
}

/** Keeps what is told last: an upload that is taken over goes on with what it was being read with. */
export async function insertMappingVan(db: Knex, aanleveringId: string, inhoud: string): Promise<void> {
  await db('aanlevering_mappingen')
    .insert({ aanlevering_id: aanleveringId, inhoud })
    .onConflict('aanlevering_id')
    .merge();
}
