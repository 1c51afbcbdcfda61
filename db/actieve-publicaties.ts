import type { Knex } from 'knex';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';
import type { ActievePublicatieRow, PublicatieRecordRow } from './tables.ts';

/** Which publicatie VUM finds of each gemeente and soort, all of them: one small row each. */
export async function listActievePublicaties(db: Knex): Promise<ActievePublicatieRow[]> {
  return db('actieve_publicaties').select('oin', 'soort', 'publicatie_id', 'versie');
}

/** The OINs of the gemeenten that UM serves. */
export async function listGemeenteOins(db: Knex): Promise<string[]> {
  return db('gemeenten').pluck('oin');
}

/** At most `hoogstens` records of a publicatie (its number), in the order of their ids, after the id `na`. */
export async function listRecords(
  db: Knex,
  publicatieNummer: number,
  na: string,
  hoogstens: number,
): Promise<Pick<PublicatieRecordRow, 'record_id' | 'inhoud'>[]> {
  return db('publicatie_records')
    .select('record_id', 'inhoud')
    .where('publicatie_nummer', publicatieNummer)
    .where('record_id', '>', na)
    .orderBy('record_id')
    .limit(hoogstens);
}

/** The id of the publicatie that VUM finds now, undefined where there is none. */
export async function findActievePublicatie(
  db: Knex,
  oin: string,
  soort: SoortNaam,
): Promise<string | undefined> {
  const rij = await db('actieve_publicaties').select('publicatie_id').where({ oin, soort }).first();
  return rij?.publicatie_id ?? undefined;
}

/** One record of a gemeente as it was delivered, provided that VUM can find it now. */
export async function findActiefRecord(
  trx: Knex.Transaction,
  oin: string,
  soort: SoortNaam,
  recordId: string,
): Promise<string | undefined> {
  const rij = await trx('actieve_publicaties as actief')
    .join('publicaties as publicatie', 'publicatie.id', 'actief.publicatie_id')
    .join('publicatie_records as record', 'record.publicatie_nummer', 'publicatie.nummer')
    .where({ 'actief.oin': oin, 'actief.soort': soort, 'record.record_id': recordId })
    .first<{ inhoud: string } | undefined>('record.inhoud');
  return rij?.inhoud;
}
