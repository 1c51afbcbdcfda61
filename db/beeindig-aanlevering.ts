import type { Knex } from 'knex';
import { aanleverMelding, type Afloop } from '../domain/aanleveringen/afloop.ts';
import { loadAanlevering, lopend, verplaatsAanlevering } from './aanleveringen.ts';
import { recordEvent } from './gebeurtenissen.ts';
import { findPublicatieVan, verplaatsPublicatie } from './publicaties.ts';
import type { AanleveringRow, AanleveringStatus, Instant } from './tables.ts';

export interface Einde {
  readonly afloop: Afloop;
  /** Why, for programs. */
  readonly code: string;
  /** Who ended it, unless it was cancelled through its workflow or ends for who delivered it. */
  readonly actor?: string;
  readonly nu: Instant;
  /** Statuses that it may be in; any that has not ended unless said otherwise. */
  readonly van?: readonly AanleveringStatus[];
  /** What goes into the row with the status. */
  readonly ook?: Partial<AanleveringRow>;
  /** Of the trail's line. */
  readonly reden?: string | undefined;
  readonly correlatieId?: string;
}

/**
 * Ends an upload that is not published and drops what it built; what is active stays active. False, and nothing
 * changes, for one that has ended already.
 */
export async function beeindigAanlevering(trx: Knex.Transaction, id: string, einde: Einde): Promise<boolean> {
  const { afloop, code, nu } = einde;
  const naar = {
    status: afloop,
    afgerond_op: nu,
    fout_code: code,
    fase: 'opruimen',
    fase_sinds: nu,
  } as const;
  if (!(await verplaatsAanlevering(trx, id, einde.van ?? lopend, { ...einde.ook, ...naar }))) return false;
  const upload = await loadAanlevering(trx, id);
  if (!upload) return false;
  const melding = aanleverMelding(afloop, code);
  if (upload.fout_melding === null && melding !== undefined) {
    await trx('aanleveringen').where({ id }).update({ fout_melding: melding });
  }
  const publicatie = await findPublicatieVan(trx, id);
  if (publicatie) {
    await verplaatsPublicatie(trx, publicatie.id, 'opbouw', { status: 'verworpen', beeindigd_op: nu });
  }
  const door = beeindigdDoor(upload, afloop);
  await recordEvent(trx, {
    tijdstip: nu,
    oin: upload.oin,
    actor: einde.actor ?? door.actor,
    actie: `aanlevering-${afloop}`,
    objectSoort: 'aanlevering',
    objectId: id,
    uitkomst: code,
    reden: einde.reden,
    correlatieId: einde.correlatieId ?? door.correlatieId,
  });
  return true;
}

/** Of a workflow that was cancelled in Temporal's pages nobody knows by whom. */
function beeindigdDoor(upload: AanleveringRow, afloop: Afloop) {
  return afloop === 'geannuleerd'
    ? {
        actor: upload.geannuleerd_door ?? 'um',
        correlatieId: upload.annulering_correlatie_id ?? upload.correlatie_id,
      }
    : { actor: upload.aangeleverd_door, correlatieId: upload.correlatie_id };
}
