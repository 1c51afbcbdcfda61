import { connect } from '../../db/connect.ts';
import { migrateUp } from '../../db/migrate.ts';

/** Brings the stack's SQLite file to the newest schema, and makes it where it is not there yet. */
export async function migrateDatabase(file: string): Promise<void> {
  const db = connect(`sqlite:${file}`);
  try {
    await migrateUp(db);
  } finally {
    await db.destroy();
  }
}
