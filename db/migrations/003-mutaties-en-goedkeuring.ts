import type { Knex } from 'knex';

const instantLength = 24;

/** Uploads that change a set instead of replacing it, that a person may approve, and that tell how far they are. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('aanleveringen', (table) => {
    table.string('modus', 10).notNullable().defaultTo('volledig');
    table.string('goedkeuring', 20).notNullable().defaultTo('automatisch');

    table.string('fase', 20).notNullable().defaultTo('ontvangst');
    table.string('fase_sinds', instantLength);
    // When the counts last moved: what is expected follows from the row alone, so that it can be compared.
    table.string('voortgang_op', instantLength);
    table.bigInteger('gelezen_bytes').notNullable().defaultTo(0);
    table.integer('verwijderingen').notNullable().defaultTo(0);
    table.integer('gepubliceerd').notNullable().defaultTo(0);

    // The publicatie that the preview was made against; null where VUM found nothing.
    table.string('basis_id', 36);
    table.text('voorbeeld');
    // How far the records that stay have been taken over from that publicatie; empty: nothing yet.
    table.string('samengevoegd_tot', 200);
    table.integer('overgenomen').notNullable().defaultTo(0);

    table.string('goedkeuren_voor', instantLength);
    table.string('besluit', 20);
    table.string('besluit_reden', 500);
    table.string('besloten_door', 200);
    table.string('besloten_op', instantLength);
    table.index(['fase', 'id']);
  });
  const afgerond = ['gepubliceerd', 'afgekeurd', 'ingehaald', 'mislukt', 'geannuleerd'];
  await db('aanleveringen').whereIn('status', afgerond).update('fase', 'klaar');
  for (const fase of ['wacht', 'controle'] as const) {
    await db('aanleveringen').where('status', fase).update('fase', fase);
  }
  await db('aanleveringen').where('status', 'gepubliceerd').update('gepubliceerd', db.ref('geldig'));

  // What an upload in modus=mutaties takes away. Kept apart: a publicatie holds only what VUM finds.
  await db.schema.createTable('aanlevering_verwijderingen', (table) => {
    table.string('aanlevering_id', 36).notNullable();
    table.string('record_id', 200).notNullable();
    table.integer('regel').notNullable();
    table.primary(['aanlevering_id', 'record_id']);
    table.foreign('aanlevering_id').references('aanleveringen.id').onDelete('CASCADE');
  });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('aanlevering_verwijderingen');
  await db.schema.alterTable('aanleveringen', (table) => table.dropIndex(['fase', 'id']));
  const columns = [
    'modus',
    'goedkeuring',
    'fase',
    'fase_sinds',
    'voortgang_op',
    'gelezen_bytes',
    'verwijderingen',
    'gepubliceerd',
    'basis_id',
    'voorbeeld',
    'samengevoegd_tot',
    'overgenomen',
    'goedkeuren_voor',
    'besluit',
    'besluit_reden',
    'besloten_door',
    'besloten_op',
  ];
  // By hand: Knex would build the table anew in SQLite, and the pieces of files would go with the old one.
  for (const column of columns) await db.raw('ALTER TABLE aanleveringen DROP COLUMN ??', [column]);
}
