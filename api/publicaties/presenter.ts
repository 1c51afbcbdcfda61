import type { PublicatieFilter } from '../../db/publicaties.ts';
import type { PublicatieRow } from '../../db/tables.ts';
import { nextPage } from '../next-page.ts';

export function presentPublicatie(row: PublicatieRow): object {
  return {
    id: row.id,
    soort: row.soort,
    status: row.status,
    aantal: row.aantal,
    gepubliceerdOp: row.gepubliceerd_op,
    ...(row.beeindigd_op === null ? {} : { beeindigdOp: row.beeindigd_op }),
    ...(row.geleegd_op === null ? {} : { verwijderdOp: row.geleegd_op }),
    aanleveringId: row.aanlevering_id,
    _links: {
      self: { href: `/v1/publicaties/${row.id}` },
      aanlevering: { href: `/v1/aanleveringen/${row.aanlevering_id}` },
    },
  };
}

export function presentPublicaties(rows: readonly PublicatieRow[], filter: PublicatieFilter): object {
  return {
    publicaties: rows.map(presentPublicatie),
    ...nextPage('/v1/publicaties', filter, rows.length, rows.at(-1)?.id),
  };
}
