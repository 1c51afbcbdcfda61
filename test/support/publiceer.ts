import type { Knex } from 'knex';
import { nieuwId } from '../../domain/id.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';

type Json = Readonly<Record<string, unknown>>;

/** Makes `records` what VUM finds of a gemeente, as publishing does: all rows first, then the one pointer. */
export async function publiceer(
  db: Knex,
  oin: string,
  soort: SoortNaam,
  records: readonly Json[],
): Promise<void> {
  const now = new Date();
  const id = nieuwId(now);
  await db('gemeenten')
    .insert({ oin, naam: `Gemeente ${oin}` })
    .onConflict('oin')
    .ignore();
  const [nummer = NaN] = await db('publicaties').insert({
    id,
    oin,
    soort,
    aanlevering_id: id,
    status: 'actief',
    aantal: records.length,
    aangemaakt_op: now.toISOString(),
  });
  const rijen = records.map((record, regel) => ({
    publicatie_nummer: nummer,
    record_id: String(record[soorten[soort].idVeld]),
    regel: regel + 1,
    inhoud: JSON.stringify(record),
  }));
  await db.batchInsert('publicatie_records', rijen, 100);
  await wijs(db, oin, soort, id);
}

/** Withdraws what VUM finds of a gemeente. */
export async function trekIn(db: Knex, oin: string, soort: SoortNaam): Promise<void> {
  await wijs(db, oin, soort, null);
}

async function wijs(db: Knex, oin: string, soort: SoortNaam, publicatieId: string | null): Promise<void> {
  await db.transaction(async (trx) => {
    const hoogste = await trx('actieve_publicaties')
      .max({ versie: 'versie' })
      .first<{ versie: number | null }>();
    await trx('actieve_publicaties')
      .insert({ oin, soort, publicatie_id: publicatieId, versie: (hoogste.versie ?? 0) + 1 })
      .onConflict(['oin', 'soort'])
      .merge();
  });
}

/** A publicatie without records that was published at this moment, after whatever there was before. */
export async function publiceerOp(db: Knex, oin: string, soort: SoortNaam, op: string): Promise<string> {
  const id = nieuwId(new Date(op));
  await db('publicaties')
    .where({ oin, soort, status: 'actief' })
    .update({ status: 'vervangen', beeindigd_op: op });
  await db('publicaties').insert({
    id,
    oin,
    soort,
    aanlevering_id: id,
    status: 'actief',
    aangemaakt_op: op,
    gepubliceerd_op: op,
  });
  await wijs(db, oin, soort, id);
  return id;
}
