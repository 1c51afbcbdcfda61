import type { Knex } from 'knex';

const instantLength = 24;

/** When the gemeente was told that its publicatie has grown old: once. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('publicaties', (table) => {
    table.string('veroudering_gemeld_op', instantLength);
  });
}

export async function down(db: Knex): Promise<void> {
  // Not Knex's own dropColumn: on SQLite it makes the table anew, and what refers to it would go with the old one.
  await db.raw('ALTER TABLE ?? DROP COLUMN ??', ['publicaties', 'veroudering_gemeld_op']);
}
