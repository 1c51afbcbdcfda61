import type { Knex } from 'knex';

/** `2026-11-23T20:45:05.123Z`: sorts as text, reads the same in every database and needs no time zone. */
const instantLength = 24;

export async function up(db: Knex): Promise<void> {
  await db.schema.createTable('gemeenten', (table) => {
    table.string('oin', 20).primary();
    table.string('naam', 200).notNullable();
  });

  await db.schema.createTable('aanleveringen', (table) => {
    table.string('id', 36).primary();
    table.string('oin', 20).notNullable();
    table.string('soort', 40).notNullable();
    table.string('status', 20).notNullable();
    table.string('fouten_modus', 10).notNullable();
    table.string('formaat', 10);
    table.string('bestandsnaam', 255);
    table.string('aangeleverd_door', 200).notNullable();
    table.string('aangeleverd_op', instantLength).notNullable();
    table.string('afgerond_op', instantLength);
    table.string('correlatie_id', 64).notNullable();
    // A retry of the same upload brings the same key and finds this row.
    table.string('idempotentie_sleutel', 100);
    table.bigInteger('bytes').notNullable().defaultTo(0);
    table.string('sha256', 64);
    // Where reading goes on after a crash; written in the same transaction as the records before it.
    table.bigInteger('leespunt_byte').notNullable().defaultTo(0);
    table.integer('leespunt_regel').notNullable().defaultTo(0);
    table.integer('gelezen').notNullable().defaultTo(0);
    table.integer('geldig').notNullable().defaultTo(0);
    table.integer('foutief').notNullable().defaultTo(0);
    table.integer('waarschuwingen').notNullable().defaultTo(0);
    table.integer('fouten_bewaard').notNullable().defaultTo(0);
    table.string('fout_code', 40);
    table.string('fout_melding', 1000);
    table.string('publicatie_id', 36);
    table.unique(['oin', 'idempotentie_sleutel']);
    table.index(['oin', 'aangeleverd_op']);
    table.index(['status', 'aangeleverd_op']);
  });

  await db.schema.createTable('aanlevering_delen', (table) => {
    table.string('aanlevering_id', 36).notNullable();
    table.integer('volgnummer').notNullable();
    table.specificType('inhoud', 'longblob').notNullable();
    table.primary(['aanlevering_id', 'volgnummer']);
    table.foreign('aanlevering_id').references('aanleveringen.id').onDelete('CASCADE');
  });

  await db.schema.createTable('aanlevering_fouten', (table) => {
    table.bigIncrements('id');
    table.string('aanlevering_id', 36).notNullable();
    table.integer('regel').notNullable();
    table.string('record_id', 200);
    table.string('pad', 500).notNullable();
    table.string('code', 40).notNullable();
    table.string('ernst', 15).notNullable();
    table.string('melding', 1000).notNullable();
    table.index(['aanlevering_id', 'id']);
    table.foreign('aanlevering_id').references('aanleveringen.id').onDelete('CASCADE');
  });

  await db.schema.createTable('publicaties', (table) => {
    table.string('id', 36).primary();
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
    table.index(['oin', 'soort', 'gepubliceerd_op']);
    table.index(['status', 'geleegd_op']);
  });

  await db.schema.createTable('publicatie_records', (table) => {
    table.string('publicatie_id', 36).notNullable();
    table.string('record_id', 200).notNullable();
    table.integer('regel').notNullable();
    table.text('inhoud', 'longtext').notNullable();
    table.primary(['publicatie_id', 'record_id']);
    table.foreign('publicatie_id').references('publicaties.id').onDelete('CASCADE');
  });

  // Which publicatie VUM finds. Publishing is one UPDATE of one row here, so nobody ever sees a mixture.
  // `versie` grows with every change anywhere, so that an index can ask for what is new.
  await db.schema.createTable('actieve_publicaties', (table) => {
    table.string('oin', 20).notNullable();
    table.string('soort', 40).notNullable();
    table.string('publicatie_id', 36);
    table.bigInteger('versie').notNullable();
    table.primary(['oin', 'soort']);
    table.index(['versie']);
  });

  // The one row that every change of `actieve_publicaties` takes first: versions are handed out one at a time and
  // become visible in their order, so that who asks "newer than 7" never misses a late 7.
  await db.schema.createTable('publicatie_versie', (table) => {
    table.integer('id').primary();
    table.bigInteger('versie').notNullable();
  });
  await db('publicatie_versie').insert({ id: 1, versie: 0 });

  await db.schema.createTable('zoekvragen', (table) => {
    table.string('id', 36).primary();
    table.string('oin', 20).notNullable();
    table.string('soort', 40).notNullable();
    table.string('status', 15).notNullable();
    table.text('vraag', 'longtext').notNullable();
    // Set as long as this row answers its question, so that two rows cannot ask VUM the same at one time.
    table.string('sleutel', 64).unique();
    table.string('gesteld_door', 200).notNullable();
    table.string('gesteld_op', instantLength).notNullable();
    table.string('beantwoord_op', instantLength);
    table.string('verloopt_op', instantLength).notNullable();
    table.string('verwijderd_op', instantLength);
    table.string('correlatie_id', 64).notNullable();
    table.string('vum_vraag_id', 100);
    table.boolean('maximum_bereikt');
    table.integer('aantal_matches');
    table.string('fout_code', 40);
    table.integer('details_gebruikt').notNullable().defaultTo(0).checkBetween([0, 10]);
    table.index(['oin', 'gesteld_op']);
    table.index(['status', 'verloopt_op']);
  });

  await db.schema.createTable('matches', (table) => {
    table.string('zoekvraag_id', 36).notNullable();
    table.string('vum_id', 500).notNullable();
    table.integer('volgnummer').notNullable();
    table.text('inhoud', 'longtext').notNullable();
    table.primary(['zoekvraag_id', 'vum_id']);
    table.index(['zoekvraag_id', 'volgnummer']);
    table.foreign('zoekvraag_id').references('zoekvragen.id').onDelete('CASCADE');
  });

  await db.schema.createTable('detailvragen', (table) => {
    table.string('zoekvraag_id', 36).notNullable();
    table.string('request_id', 64).notNullable();
    table.string('oin', 20).notNullable();
    table.string('vum_id', 500).notNullable();
    table.string('reden', 500).notNullable();
    table.string('status', 15).notNullable();
    table.string('gevraagd_door', 200).notNullable();
    table.string('gevraagd_op', instantLength).notNullable();
    table.string('gewijzigd_op', instantLength).notNullable();
    table.string('correlatie_id', 64).notNullable();
    table.string('fout_code', 40);
    table.primary(['zoekvraag_id', 'request_id']);
    table.index(['status', 'gewijzigd_op']);
    table.foreign('zoekvraag_id').references('zoekvragen.id').onDelete('CASCADE');
  });

  await db.schema.createTable('gebeurtenissen', (table) => {
    table.bigIncrements('id');
    table.string('tijdstip', instantLength).notNullable();
    table.string('oin', 20).notNullable();
    table.string('actor', 200).notNullable();
    table.string('actie', 60).notNullable();
    table.string('object_soort', 40).notNullable();
    table.string('object_id', 500).notNullable();
    table.string('uitkomst', 40).notNullable();
    table.string('reden', 500);
    table.string('correlatie_id', 64);
    table.index(['oin', 'id']);
    table.index(['oin', 'actie', 'id']);
  });
}

export async function down(db: Knex): Promise<void> {
  const tables = [
    'gebeurtenissen',
    'detailvragen',
    'matches',
    'zoekvragen',
    'publicatie_versie',
    'actieve_publicaties',
    'publicatie_records',
    'publicaties',
    'aanlevering_fouten',
    'aanlevering_delen',
    'aanleveringen',
    'gemeenten',
  ];
  for (const table of tables) await db.schema.dropTable(table);
}
