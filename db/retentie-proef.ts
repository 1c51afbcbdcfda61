import type { Knex } from 'knex';
import { recordEvent } from './gebeurtenissen.ts';
import type { Instant } from './tables.ts';
import { transactie } from './transactie.ts';

/** The proof: one event in the trail of each gemeente for which something was found, one for the sweep as a whole. */
export async function legOpruimenVast(
  db: Knex,
  proef: {
    readonly nu: Instant;
    readonly id: string;
    readonly oinUm: string;
    readonly gevonden: ReadonlyMap<string, object>;
    /** What was found of uploads, over all gemeenten. */
    readonly achtergelaten: Readonly<Record<string, number>>;
  },
): Promise<void> {
  const event = {
    tijdstip: proef.nu,
    actor: 'um',
    objectSoort: 'retentie',
    objectId: proef.id,
    uitkomst: 'gelukt',
  };
  await transactie(db, async (trx) => {
    // In one order, so that two sweeps never wait for each other.
    for (const [oin, aantallen] of [...proef.gevonden].sort(([a], [b]) => (a < b ? -1 : 1))) {
      await recordEvent(trx, { ...event, oin, actie: 'retentie-opgeruimd', reden: inWoorden(aantallen) });
    }
    const gemeenten = proef.gevonden.size === 0 ? '' : `bij ${proef.gevonden.size} gemeente(n) opgeruimd`;
    const reden = [gemeenten, inWoorden(proef.achtergelaten)].filter(Boolean).join(', ') || 'niets gevonden';
    await recordEvent(trx, { ...event, oin: proef.oinUm, actie: 'retentie-uitgevoerd', reden });
  });
}

const inWoorden = (aantallen: object): string =>
  Object.entries(aantallen)
    .filter(([, aantal]) => aantal !== 0)
    .map(([wat, aantal]) => `${wat} ${String(aantal)}`)
    .join(', ');
