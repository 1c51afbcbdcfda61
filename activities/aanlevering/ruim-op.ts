import { setImmediate } from 'node:timers/promises';
import { heartbeat } from '@temporalio/activity';
import { deleteDelen } from '../../db/aanlevering-delen.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { findPublicatieVan, listTeLegen, noteerGeleegd } from '../../db/publicaties.ts';
import { deleteVerwijderingen } from '../../db/verwijderingen.ts';
import { afgerond, zetFase } from '../../db/aanleveringen.ts';
import { deleteRecords } from '../../db/publicatie-records.ts';
import type { PublicatieRow } from '../../db/tables.ts';
import { bewaarVoorHerstel } from './bewaar-voor-herstel.ts';
import type { AanleveringDeps } from './deps.ts';

/** Records in one transaction: milliseconds, so that nobody else waits. */
const perKeer = 200;

/** Between two transactions: the embedded database answers at once, and others wait for their turn. */
async function stap(details?: object): Promise<void> {
  heartbeat(details);
  await setImmediate();
}

/**
 * Forgets the file of an upload that has ended, unless it is kept for a while because of its faults, and the records
 * that were built of it but not published.
 */
export async function ruimOp(deps: AanleveringDeps, aanleveringId: string): Promise<void> {
  if (!(await bewaarVoorHerstel(deps, aanleveringId, heartbeat)))
    await deleteDelen(deps.db, aanleveringId, heartbeat);
  const publicatie = await findPublicatieVan(deps.db, aanleveringId);
  if (publicatie?.status === 'verworpen') await leeg(deps, publicatie);
  while ((await deleteVerwijderingen(deps.db, aanleveringId, perKeer)) > 0) await stap();
  await zetFase(deps.db, aanleveringId, 'klaar', deps.clock().toISOString(), afgerond);
}

/**
 * Deletes the records of every publicatie that ended before `tot` (an instant), and records each deletion.
 * Returns how many publicaties were emptied.
 */
export async function verwijderBeeindigde(deps: AanleveringDeps, tot: string): Promise<number> {
  let geleegd = 0;
  for (;;) {
    const publicaties = await listTeLegen(deps.db, tot, 10);
    if (publicaties.length === 0) return geleegd;
    for (const publicatie of publicaties) await leeg(deps, publicatie);
    geleegd += publicaties.length;
  }
}

async function leeg(
  { db, clock }: AanleveringDeps,
  { id, nummer, oin, status }: PublicatieRow,
): Promise<void> {
  let verwijderd = 0;
  for (let aantal = -1; aantal !== 0; verwijderd += aantal) {
    aantal = await deleteRecords(db, nummer, perKeer);
    await stap({ verwijderd });
  }
  const nu = clock().toISOString();
  await db.transaction(async (trx) => {
    if (!(await noteerGeleegd(trx, id, nu))) return;
    await recordEvent(trx, {
      tijdstip: nu,
      oin,
      actor: 'um',
      actie: 'publicatie-geleegd',
      objectSoort: 'publicatie',
      objectId: id,
      uitkomst: 'gelukt',
      reden: status,
    });
  });
}
