import type { Knex } from 'knex';

const tabel = 'aanleveringen';

/** Who asked to cancel an upload that a workflow then ends, and with which request. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable(tabel, (table) => {
    table.string('geannuleerd_door', 200);
    table.string('annulering_correlatie_id', 64);
  });
}

export async function down(db: Knex): Promise<void> {
  // Not Knex's own dropColumn: on SQLite it makes the table anew, and what refers to it would go with the old one.
  for (const kolom of ['geannuleerd_door', 'annulering_correlatie_id'])
    await db.raw('ALTER TABLE ?? DROP COLUMN ??', [tabel, kolom]);
}
