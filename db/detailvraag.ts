import type { Knex } from 'knex';
import type { Gebeurtenis } from './gebeurtenissen.ts';
import type { DetailvraagRow, Instant } from './tables.ts';

/** Which request for a detail, of which gemeente. */
export interface Sleutel {
  readonly oin: string;
  readonly zoekvraagId: string;
  readonly requestId: string;
}

export const waar = ({ oin, zoekvraagId, requestId }: Sleutel) => ({
  oin,
  zoekvraag_id: zoekvraagId,
  request_id: requestId,
});

export const sleutelVan = (row: DetailvraagRow): Sleutel => ({
  oin: row.oin,
  zoekvraagId: row.zoekvraag_id,
  requestId: row.request_id,
});

export async function zetStatus(
  trx: Knex.Transaction,
  sleutel: Sleutel,
  wat: Partial<DetailvraagRow> & Pick<DetailvraagRow, 'status' | 'gewijzigd_op'>,
): Promise<void> {
  await trx('detailvragen').where(waar(sleutel)).update(wat);
}

/** What every event about a detail says. The trail names no vumID: it is a person's pseudonym. */
export function over(row: DetailvraagRow, tijdstip: Instant): Omit<Gebeurtenis, 'actie'> {
  return {
    tijdstip,
    oin: row.oin,
    actor: row.gevraagd_door,
    objectSoort: 'detailvraag',
    objectId: `${row.zoekvraag_id}/${row.request_id}`,
    uitkomst: 'gelukt',
    correlatieId: row.correlatie_id,
  };
}
