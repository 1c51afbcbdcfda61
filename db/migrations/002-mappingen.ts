import type { Knex } from 'knex';

const instantLength = 24;

/** How a gemeente's own columns are read: what it saved, and what was used or proposed for each upload. */
export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('mappingen', (table) => {
    table.string('oin', 20).notNullable();
    table.string('soort', 40).notNullable();
    table.string('naam', 60).notNullable();
    // Counts the changes, so that who changes it can say which one they looked at.
    table.integer('versie').notNullable();
    table.text('inhoud', 'longtext').notNullable();
    table.string('gewijzigd_door', 200).notNullable();
    table.string('gewijzigd_op', instantLength).notNullable();
    table.primary(['oin', 'soort', 'naam']);
  });

  await db.schema.createTable('aanlevering_mappingen', (table) => {
    table.string('aanlevering_id', 36).primary();
    table.text('inhoud', 'longtext').notNullable();
    table.foreign('aanlevering_id').references('aanleveringen.id').onDelete('CASCADE');
  });

  await db.schema.alterTable('aanleveringen', (table) => {
    // The name that was asked for; null lets UM choose.
    table.string('mapping', 60);
    table.integer('zonder_toestemming').notNullable().defaultTo(0);
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('aanlevering_mappingen');
  await db.schema.dropTable('mappingen');
  // Not Knex's own dropColumn: on SQLite it makes the table anew, and what refers to it would go with the old one.
  for (const column of ['mapping', 'zonder_toestemming'])
    await db.raw('ALTER TABLE aanleveringen DROP COLUMN ??', [column]);
}
