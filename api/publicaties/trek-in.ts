import type { Knex } from 'knex';
import { aangewezen, neemVersie, wijsAan } from '../../db/aanwijzing.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { verplaatsPublicatie } from '../../db/publicaties.ts';
import type { PublicatieRow } from '../../db/tables.ts';
import { transactie } from '../../db/transactie.ts';

export interface Intrekking {
  readonly publicatie: PublicatieRow;
  /** The subject of who asks. */
  readonly actor: string;
  readonly correlatieId: string;
  readonly nu: string;
}

/** Takes an active publicatie away from VUM. Withdrawing what is not active any more changes nothing. */
export async function trekIn(db: Knex, intrekking: Intrekking): Promise<void> {
  const { id, oin, soort } = intrekking.publicatie;
  await transactie(db, async (trx) => {
    const versie = await neemVersie(trx);
    if ((await aangewezen(trx, oin, soort)) !== id) return;
    await wijsAan(trx, oin, soort, null, versie);
    await verplaatsPublicatie(trx, id, 'actief', { status: 'ingetrokken', beeindigd_op: intrekking.nu });
    await recordEvent(trx, {
      tijdstip: intrekking.nu,
      oin,
      actor: intrekking.actor,
      actie: 'publicatie-ingetrokken',
      objectSoort: 'publicatie',
      objectId: id,
      uitkomst: 'gelukt',
      correlatieId: intrekking.correlatieId,
    });
  });
}
