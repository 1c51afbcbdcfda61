import type { Knex } from 'knex';

const instantLength = 24;

/** Days that the faults stay of uploads that ended before this migration. */
const dagenVoorOude = 30;

/** Where a fault stands, how many there are of each kind, and until when the faults and the file are kept. */
export async function up(db: Knex): Promise<void> {
  await db.schema.alterTable('aanlevering_fouten', (table) => {
    table.string('blad', 255);
    table.integer('rij');
    table.integer('kolom');
  });
  await db.schema.alterTable('aanleveringen', (table) => {
    table.string('bestand_tot', instantLength);
    table.string('fouten_tot', instantLength);
    table.index(['bestand_tot'], 'aanleveringen_bestand_tot');
    table.index(['fouten_tot'], 'aanleveringen_fouten_tot');
  });
  await db.schema.createTable('aanlevering_fout_aantallen', (table) => {
    table.string('aanlevering_id', 36).notNullable();
    table.string('code', 40).notNullable();
    table.string('ernst', 15).notNullable();
    table.integer('aantal').notNullable();
    table.primary(['aanlevering_id', 'code', 'ernst']);
    table.foreign('aanlevering_id').references('aanleveringen.id').onDelete('CASCADE');
  });
  await db.raw(
    'INSERT INTO aanlevering_fout_aantallen (aanlevering_id, code, ernst, aantal) ' +
      'SELECT aanlevering_id, code, ernst, COUNT(*) FROM aanlevering_fouten GROUP BY aanlevering_id, code, ernst',
  );
  const tot = new Date(Date.now() + dagenVoorOude * 86_400_000).toISOString();
  await db('aanleveringen').whereNotNull('afgerond_op').update({ fouten_tot: tot });
}

export async function down(db: Knex): Promise<void> {
  await db.schema.dropTable('aanlevering_fout_aantallen');
  await db.schema.alterTable('aanleveringen', (table) => {
    table.dropIndex([], 'aanleveringen_bestand_tot');
    table.dropIndex([], 'aanleveringen_fouten_tot');
  });
  // Not Knex's own dropColumn: on SQLite it makes the table anew, and what refers to it would go with the old one.
  for (const [table, column] of kolommen) await db.raw('ALTER TABLE ?? DROP COLUMN ??', [table, column]);
}

const kolommen = [
  ['aanleveringen', 'bestand_tot'],
  ['aanleveringen', 'fouten_tot'],
  ['aanlevering_fouten', 'blad'],
  ['aanlevering_fouten', 'rij'],
  ['aanlevering_fouten', 'kolom'],
] as const;
