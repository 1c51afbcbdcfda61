/** `npm run migrate`: brings the database that `DATABASE_URL` names to the schema of this UM. */
import { connect } from './connect.ts';
import { compareSchema, migrateUp } from './migrate.ts';

try {
  console.log(await migrate(process.env['DATABASE_URL']));
} catch (error) {
  console.error(`De database is niet bijgewerkt: ${uitlegVan(error)}.`);
  process.exitCode = 1;
}

async function migrate(url: string | undefined): Promise<string> {
  if (!url)
    throw new Error('zet in DATABASE_URL welke het is, zoals mysql://gebruiker:wachtwoord@host:3306/um');
  const db = connect(url, 1);
  try {
    const { newer } = await compareSchema(db);
    if (newer.length > 0)
      throw new Error(
        `ze is van een nieuwere UM (${newer.join(', ')}). Gebruik die, of zet een back-up terug`,
      );
    const names = await migrateUp(db);
    return names.length === 0
      ? 'De database was al bij: UM kan starten.'
      : `De database is bijgewerkt (${names.join(', ')}): UM kan starten.`;
  } finally {
    await db.destroy();
  }
}

function uitlegVan(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name !== 'MigrationLocked') return error.message;
  return 'iemand anders is ermee bezig. Is dat niet zo, dan is het een keer halverwege gestopt: zet de back-up terug en probeer het opnieuw';
}
