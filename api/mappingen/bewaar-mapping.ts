import type { Knex } from 'knex';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import {
  deleteMapping,
  findMapping,
  hoogsteAantalMappingen,
  insertMapping,
  listMappingen,
  type MappingSleutel,
  updateMapping,
} from '../../db/mappingen.ts';
import type { MappingRow } from '../../db/tables.ts';
import { isDubbel, transactie } from '../../db/transactie.ts';
import { NietGevonden } from '../../domain/errors.ts';
import { MappingVeranderd, TeVeelMappingen } from '../../domain/mapping/fouten.ts';
import { etagVan } from './presenter.ts';

/** What the asker saw of a mapping before changing it, as the headers of the request say it. */
export interface Voorwaarden {
  /** `If-Match`: only this version. */
  readonly alleen?: string;
  /** `If-None-Match: *`: only when there is none. */
  readonly nieuw: boolean;
}

export interface Wijziging {
  readonly actor: string;
  readonly correlatieId: string;
  readonly nu: string;
}

/** Saves a mapping, as a new one or over the one of that name; says which. */
export async function bewaarMapping(
  db: Knex,
  sleutel: MappingSleutel,
  inhoud: string,
  voorwaarden: Voorwaarden,
  wijziging: Wijziging,
): Promise<{ readonly row: MappingRow; readonly isNieuw: boolean }> {
  const { nu, actor } = wijziging;
  try {
    return await transactie(db, async (trx) => {
      const eerder = await findMapping(trx, sleutel);
      if (!past(eerder, voorwaarden)) throw new MappingVeranderd();
      const versie = (eerder?.versie ?? 0) + 1;
      const row = { ...sleutel, versie, inhoud, gewijzigd_door: actor, gewijzigd_op: nu };
      if (eerder === undefined) {
        const aantal = (await listMappingen(trx, sleutel.oin)).length;
        if (aantal >= hoogsteAantalMappingen) throw new TeVeelMappingen(hoogsteAantalMappingen);
        await insertMapping(trx, row);
      } else if (!(await updateMapping(trx, row, eerder.versie))) throw new MappingVeranderd();
      await noteer(trx, sleutel, 'mapping-bewaard', wijziging);
      return { row, isNieuw: eerder === undefined };
    });
  } catch (error) {
    // Two at the same moment: the other was first.
    if (isDubbel(error)) throw new MappingVeranderd();
    throw error;
  }
}

export async function verwijderMapping(
  db: Knex,
  sleutel: MappingSleutel,
  voorwaarden: Voorwaarden,
  wijziging: Wijziging,
): Promise<void> {
  await transactie(db, async (trx) => {
    const eerder = await findMapping(trx, sleutel);
    if (eerder === undefined) throw new NietGevonden('Deze mapping bestaat niet.');
    if (!past(eerder, voorwaarden)) throw new MappingVeranderd();
    if (!(await deleteMapping(trx, sleutel, eerder.versie))) throw new MappingVeranderd();
    await noteer(trx, sleutel, 'mapping-verwijderd', wijziging);
  });
}

function past(eerder: MappingRow | undefined, { alleen, nieuw }: Voorwaarden): boolean {
  if (nieuw && eerder !== undefined) return false;
  return alleen === undefined || (eerder !== undefined && (alleen === '*' || alleen === etagVan(eerder)));
}

async function noteer(
  trx: Knex.Transaction,
  { oin, soort, naam }: MappingSleutel,
  actie: string,
  { actor, correlatieId, nu }: Wijziging,
): Promise<void> {
  const object = { objectSoort: 'mapping', objectId: `${soort}/${naam}` };
  await recordEvent(trx, { tijdstip: nu, oin, actor, actie, ...object, uitkomst: 'gelukt', correlatieId });
}
