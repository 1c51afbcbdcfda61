import type { Knex } from 'knex';
import { zetBinaireCollatie } from '../binaire-collatie.ts';

export async function up(db: Knex): Promise<void> {
  await zetBinaireCollatie(db);

  await db.schema.alterTable('zoekvragen', (table) => {
    table.index(['status', 'verwijderd_op']);
  });

  // The last number that each gemeente's trail handed out. Whoever writes an event takes this row first and keeps it
  // until the end of the transaction: numbers have no gaps, and become visible in their order.
  await db.schema.createTable('spoor_tellers', (table) => {
    table.string('oin', 20).primary();
    table.bigInteger('laatste').notNullable();
  });
  await db.schema.alterTable('gebeurtenissen', (table) => {
    table.bigInteger('volgnummer').notNullable().defaultTo(0);
  });
  await db.raw('UPDATE gebeurtenissen SET volgnummer = id');
  await db.raw('INSERT INTO spoor_tellers SELECT oin, MAX(id) FROM gebeurtenissen GROUP BY oin');
  await db.schema.alterTable('gebeurtenissen', (table) => {
    table.unique(['oin', 'volgnummer']);
    table.index(['oin', 'actie', 'volgnummer']);
    table.dropIndex(['oin', 'id']);
    table.dropIndex(['oin', 'actie', 'id']);
  });

  // The pseudonym is forgotten with the matches: see `vergeetVumIDs`.
  await db('detailvragen')
    .whereIn('zoekvraag_id', db('zoekvragen').whereNotNull('verwijderd_op').select('id'))
    .update({ vum_id: '' });
}

/** The collation stays as it is, and what was forgotten stays forgotten. */
export async function down(db: Knex): Promise<void> {
  await db.schema.alterTable('gebeurtenissen', (table) => {
    table.index(['oin', 'id']);
    table.index(['oin', 'actie', 'id']);
    table.dropUnique(['oin', 'volgnummer']);
    table.dropIndex(['oin', 'actie', 'volgnummer']);
  });
  await db.schema.alterTable('gebeurtenissen', (table) => {
    table.dropColumn('volgnummer');
  });
  await db.schema.dropTable('spoor_tellers');
  await db.schema.alterTable('zoekvragen', (table) => {
    table.dropIndex(['status', 'verwijderd_op']);
  });
}
