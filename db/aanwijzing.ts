import type { Knex } from 'knex';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';

/**
 * Takes the next version, and with it the turn: every other change of what VUM finds waits until this
 * transaction ends. Call it first.
 */
export async function neemVersie(trx: Knex.Transaction): Promise<number> {
  await trx('publicatie_versie')
    .where({ id: 1 })
    .update({ versie: trx.raw('versie + 1') });
  const row = await trx('publicatie_versie').where({ id: 1 }).first('versie');
  if (!row) throw new Error('The table publicatie_versie has no row');
  return row.versie;
}

/** The publicatie that VUM finds now; undefined when there is none. Read it after `neemVersie`. */
export async function aangewezen(
  trx: Knex.Transaction,
  oin: string,
  soort: SoortNaam,
): Promise<string | undefined> {
  const row = await trx('actieve_publicaties').where({ oin, soort }).first('publicatie_id');
  return row?.publicatie_id ?? undefined;
}

/** Points (gemeente, soort) at a publicatie, or at nothing. One row: nobody ever sees a mixture. */
export async function wijsAan(
  trx: Knex.Transaction,
  oin: string,
  soort: SoortNaam,
  publicatieId: string | null,
  versie: number,
): Promise<void> {
  await trx('actieve_publicaties')
    .insert({ oin, soort, publicatie_id: publicatieId, versie })
    .onConflict(['oin', 'soort'])
    .merge(['publicatie_id', 'versie']);
}
