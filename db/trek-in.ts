import type { Knex } from 'knex';
import { aangewezen, neemVersie, wijsAan } from './aanwijzing.ts';
import { recordEvent } from './gebeurtenissen.ts';
import { verplaatsPublicatie } from './publicaties.ts';
import type { Instant, PublicatieRow } from './tables.ts';
import { transactie } from './transactie.ts';

export interface Intrekking {
  readonly publicatie: Pick<PublicatieRow, 'id' | 'oin' | 'soort'>;
  /** The subject of who asks; `um` when its time is over. */
  readonly actor: string;
  readonly reden?: string;
  readonly correlatieId?: string;
  readonly nu: Instant;
}

/** Takes an active publicatie away from VUM. Of what is not active any more nothing changes: false. */
export async function trekIn(db: Knex, { publicatie, nu, ...wie }: Intrekking): Promise<boolean> {
  const { id, oin, soort } = publicatie;
  return transactie(db, async (trx) => {
    const versie = await neemVersie(trx);
    if ((await aangewezen(trx, oin, soort)) !== id) return false;
    await wijsAan(trx, oin, soort, null, versie);
    await verplaatsPublicatie(trx, id, 'actief', { status: 'ingetrokken', beeindigd_op: nu });
    await recordEvent(trx, {
      ...wie,
      tijdstip: nu,
      oin,
      actie: 'publicatie-ingetrokken',
      objectSoort: 'publicatie',
      objectId: id,
      uitkomst: 'gelukt',
    });
    return true;
  });
}
