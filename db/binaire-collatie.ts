import type { Knex } from 'knex';
import { isMysql } from './dialect.ts';

/** MySQL 8 and MariaDB each have one that tells apart whatever differs, spaces at the end too. */
const binair = ['utf8mb4_0900_bin', 'utf8mb4_nopad_bin'];

interface Naam {
  readonly naam: string;
}

/**
 * Makes MySQL and MariaDB compare texts as SQLite and JavaScript do, byte for byte, now and in tables to come:
 * what a gemeente calls `a1` is not `A1`, and records are read in the order in which the bron expects them. Nobody
 * has to set the collation of the database.
 */
export async function zetBinaireCollatie(db: Knex): Promise<void> {
  if (!isMysql(db)) return;
  const collatie = await kies(db);
  await db.raw(`ALTER DATABASE CHARACTER SET utf8mb4 COLLATE ${collatie}`);
  const tabellen = await tabellenMetAndere(db, collatie);
  if (tabellen.length === 0) return;
  // A foreign key wants both its sides to compare alike, and they can only be changed one after the other.
  const sleutels = await vreemdeSleutels(db);
  for (const { tabel, naam } of sleutels) await db.raw('ALTER TABLE ?? DROP FOREIGN KEY ??', [tabel, naam]);
  for (const tabel of tabellen) {
    await db.raw(`ALTER TABLE ?? CONVERT TO CHARACTER SET utf8mb4 COLLATE ${collatie}`, [tabel]);
  }
  for (const { tabel, naam, kolom, ouder, ouderkolom, bijVerwijderen } of sleutels) {
    await db.raw(
      `ALTER TABLE ?? ADD CONSTRAINT ?? FOREIGN KEY (??) REFERENCES ?? (??) ON DELETE ${bijVerwijderen}`,
      [tabel, naam, kolom, ouder, ouderkolom],
    );
  }
}

async function kies(db: Knex): Promise<string> {
  const [rows] = (await db.raw(
    'SELECT collation_name AS naam FROM information_schema.collations WHERE collation_name IN (?, ?)',
    binair,
  )) as [Naam[]];
  const [gevonden] = rows;
  if (!gevonden) throw new Error(`The database has neither of the collations ${binair.join(' and ')}`);
  return gevonden.naam;
}

async function tabellenMetAndere(db: Knex, collatie: string): Promise<string[]> {
  const [rows] = (await db.raw(
    `SELECT table_name AS naam FROM information_schema.tables
     WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_collation <> ?
       AND table_name NOT LIKE 'knex%'`,
    [collatie],
  )) as [Naam[]];
  return rows.map(({ naam }) => naam);
}

/** A foreign key of one column, as all of ours are. */
interface VreemdeSleutel {
  readonly tabel: string;
  readonly naam: string;
  readonly kolom: string;
  readonly ouder: string;
  readonly ouderkolom: string;
  readonly bijVerwijderen: string;
}

async function vreemdeSleutels(db: Knex): Promise<VreemdeSleutel[]> {
  const [rows] = (await db.raw(
    `SELECT k.table_name AS tabel, k.constraint_name AS naam, k.column_name AS kolom,
       k.referenced_table_name AS ouder, k.referenced_column_name AS ouderkolom, r.delete_rule AS bijVerwijderen
     FROM information_schema.key_column_usage k
     JOIN information_schema.referential_constraints r
       ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
         AND r.table_name = k.table_name
     WHERE k.constraint_schema = DATABASE() AND k.referenced_table_name IS NOT NULL`,
  )) as [VreemdeSleutel[]];
  return rows;
}
