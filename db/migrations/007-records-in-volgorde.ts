import type { Knex } from 'knex';

const instantLength = 24;

/**
 * Records are numbered in the order in which they come, and lie in that order: whoever goes through a publicatie
 * reads what was written together. The index of ids holds the number of the publicatie instead of its long id, so
 * that the ids of a large file, which come in any order, find their places in memory.
 */
export async function up(db: Knex): Promise<void> {
  await maakPlaats(db);
  await db.schema.createTable('publicaties', (table) => {
    table.bigIncrements('nummer');
    table.string('id', 36).notNullable().unique();
    kolommen(table);
  });
  await db.schema.createTable('publicatie_records', (table) => {
    table.bigIncrements('nummer');
    table.bigInteger('publicatie_nummer').unsigned().notNullable();
    table.string('record_id', 200).notNullable();
    table.integer('regel').notNullable();
    table.text('inhoud', 'longtext').notNullable();
    table.unique(['publicatie_nummer', 'record_id']);
    table.index(['publicatie_nummer', 'nummer']);
    table.foreign('publicatie_nummer').references('publicaties.nummer').onDelete('CASCADE');
  });
  await db.raw(
    `INSERT INTO publicaties (id, ${gewoon}) SELECT id, ${gewoon} FROM publicaties_oud ORDER BY id`,
  );
  await db.raw(
    `INSERT INTO publicatie_records (publicatie_nummer, record_id, regel, inhoud)
     SELECT p.nummer, r.record_id, r.regel, r.inhoud FROM publicatie_records_oud r
     JOIN publicaties p ON p.id = r.publicatie_id ORDER BY p.nummer, r.regel`,
  );
  await ruimOp(db);

  // Where taking over from the base was in the middle, it begins again: it went in the order of ids.
  await db.raw('ALTER TABLE aanleveringen DROP COLUMN samengevoegd_tot');
  await db.schema.alterTable('aanleveringen', (table) => {
    // The number of the last record of the base that was looked at; 0 at the start, null before.
    table.bigInteger('samengevoegd_tot');
  });
}

export async function down(db: Knex): Promise<void> {
  await maakPlaats(db);
  await db.schema.createTable('publicaties', (table) => {
    table.string('id', 36).primary();
    kolommen(table);
  });
  await db.schema.createTable('publicatie_records', (table) => {
    table.string('publicatie_id', 36).notNullable();
    table.string('record_id', 200).notNullable();
    table.integer('regel').notNullable();
    table.text('inhoud', 'longtext').notNullable();
    table.primary(['publicatie_id', 'record_id']);
    table.foreign('publicatie_id').references('publicaties.id').onDelete('CASCADE');
  });
  await db.raw(`INSERT INTO publicaties (id, ${gewoon}) SELECT id, ${gewoon} FROM publicaties_oud`);
  await db.raw(
    `INSERT INTO publicatie_records (publicatie_id, record_id, regel, inhoud)
     SELECT p.id, r.record_id, r.regel, r.inhoud FROM publicatie_records_oud r
     JOIN publicaties_oud p ON p.nummer = r.publicatie_nummer`,
  );
  await ruimOp(db);
  await db.raw('ALTER TABLE aanleveringen DROP COLUMN samengevoegd_tot');
  await db.schema.alterTable('aanleveringen', (table) => {
    table.string('samengevoegd_tot', 200);
  });
}

/** The columns of `publicaties` but its keys. */
const gewoon = [
  ...['oin', 'soort', 'aanlevering_id', 'status', 'aantal', 'aangemaakt_op', 'gepubliceerd_op'],
  ...['beeindigd_op', 'geleegd_op', 'veroudering_gemeld_op'],
].join(', ');

function kolommen(table: Knex.CreateTableBuilder): void {
  table.string('oin', 20).notNullable();
  table.string('soort', 40).notNullable();
  table.string('aanlevering_id', 36).notNullable().unique();
  table.string('status', 15).notNullable();
  table.integer('aantal').notNullable().defaultTo(0);
  table.string('aangemaakt_op', instantLength).notNullable();
  table.string('gepubliceerd_op', instantLength);
  table.string('beeindigd_op', instantLength);
  // When the last of its records was deleted.
  table.string('geleegd_op', instantLength);
  // When the gemeente was told that it has grown old.
  table.string('veroudering_gemeld_op', instantLength);
  table.index(['oin', 'soort', 'gepubliceerd_op']);
  table.index(['status', 'geleegd_op']);
}

/** SQLite wants the names of indexes for the new tables. */
async function maakPlaats(db: Knex): Promise<void> {
  await db.schema.alterTable('publicaties', (table) => {
    table.dropUnique(['aanlevering_id']);
    table.dropIndex(['oin', 'soort', 'gepubliceerd_op']);
    table.dropIndex(['status', 'geleegd_op']);
  });
  await db.schema.renameTable('publicatie_records', 'publicatie_records_oud');
  await db.schema.renameTable('publicaties', 'publicaties_oud');
}

async function ruimOp(db: Knex): Promise<void> {
  await db.schema.dropTable('publicatie_records_oud');
  await db.schema.dropTable('publicaties_oud');
}
