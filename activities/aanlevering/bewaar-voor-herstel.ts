import type { Knex } from 'knex';
import { loadAanlevering } from '../../db/aanleveringen.ts';
import {
  listEerdereBestanden,
  listVerlopenBestanden,
  setBewaartermijnen,
  verwijderBestand,
  verwijderVerlopenFouten,
} from '../../db/bewaarde-bestanden.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { duurInMs } from '../../domain/duur.ts';
import type { AanleveringDeps } from './deps.ts';

type Termijnen = Pick<
  AanleveringDeps['config'],
  'AANLEVERING_BESTAND_BEWAREN' | 'AANLEVERING_FOUTEN_BEWAREN'
>;

/** Of which a sweep takes at most so many; the next sweep takes the rest. */
const perKeer = { bestanden: 100, fouten: 200 };

/** Formats of which a file with its faults can be made only from the file itself. */
const tabellen = ['xlsx', 'ods', 'csv'];

/**
 * Decides how long the file and the faults of an upload that has ended are kept; deciding again changes nothing. The
 * file stays for a while when it has faults: who delivered it may want it back with them.
 */
export async function legTermijnenVast(db: Knex, config: Termijnen, aanleveringId: string): Promise<void> {
  const upload = await loadAanlevering(db, aanleveringId);
  if (!upload?.afgerond_op) return;
  const einde = Date.parse(upload.afgerond_op);
  const na = (duur: string) => new Date(einde + duurInMs(duur)).toISOString();
  const bewaren = duurInMs(config.AANLEVERING_BESTAND_BEWAREN) > 0 && heeftFoutenInCellen(upload);
  await setBewaartermijnen(db, aanleveringId, {
    bestand_tot: bewaren ? na(config.AANLEVERING_BESTAND_BEWAREN) : null,
    fouten_tot: na(config.AANLEVERING_FOUTEN_BEWAREN),
  });
}

/** Whether the file of an upload that has ended is to stay for now. Lets go of those that it makes superfluous. */
export async function bewaarVoorHerstel(
  deps: AanleveringDeps,
  aanleveringId: string,
  stap?: () => void,
): Promise<boolean> {
  await legTermijnenVast(deps.db, deps.config, aanleveringId);
  const upload = await loadAanlevering(deps.db, aanleveringId);
  if (upload?.status === 'gepubliceerd' && upload.modus === 'volledig') {
    await vervangEerdere(deps, upload, stap);
  }
  return (upload?.bestand_tot ?? null) !== null;
}

/** A file that could not be read to its end cannot be written again either; one of UM's own failures is no use. */
function heeftFoutenInCellen(upload: AanleveringRow): boolean {
  const { formaat, status, fouten_bewaard, leespunt_byte, bytes } = upload;
  return (
    tabellen.includes(formaat ?? '') &&
    fouten_bewaard > 0 &&
    leespunt_byte >= bytes &&
    !['mislukt', 'geannuleerd'].includes(status)
  );
}

/** Who has published a whole new set has no use for the faults in the one before. */
async function vervangEerdere(
  { db, clock }: AanleveringDeps,
  upload: AanleveringRow,
  stap?: () => void,
): Promise<void> {
  const nu = clock().toISOString();
  for (const eerder of await listEerdereBestanden(db, upload)) {
    await verwijderBestand(db, eerder, { actor: 'um', reden: 'vervangen', nu, stap });
  }
}

/** Deletes the files and faults whose time is over; the counts are of files and of faults. Calls `stap` as it goes. */
export async function ruimBewaardOp(
  { db, clock }: Pick<AanleveringDeps, 'db' | 'clock'>,
  stap?: () => void,
): Promise<{ bestandenVerwijderd: number; foutenVerwijderd: number }> {
  const nu = clock().toISOString();
  const verlopen = await listVerlopenBestanden(db, nu, perKeer.bestanden);
  for (const upload of verlopen) {
    await verwijderBestand(db, upload, { actor: 'um', reden: 'verlopen', nu, stap });
  }
  const foutenVerwijderd = await verwijderVerlopenFouten(db, nu, perKeer.fouten);
  return { bestandenVerwijderd: verlopen.length, foutenVerwijderd };
}
