import type { PublicatieFilter } from '../../db/publicaties.ts';
import type { PublicatieRow } from '../../db/tables.ts';
import { versheidVan, type Versheidsregel } from '../../domain/publicaties/versheid.ts';
import { pageOf } from '../page.ts';

/** Against what the freshness is measured; nothing is said of it without a rule. */
export interface Meetlat {
  readonly regel: Versheidsregel | undefined;
  readonly nu: Date;
}

export function presentPublicatie(row: PublicatieRow, meetlat: Meetlat): object {
  return {
    id: row.id,
    soort: row.soort,
    status: row.status,
    aantal: row.aantal,
    gepubliceerdOp: row.gepubliceerd_op,
    ...(row.beeindigd_op === null ? {} : { beeindigdOp: row.beeindigd_op }),
    ...(row.geleegd_op === null ? {} : { verwijderdOp: row.geleegd_op }),
    ...versheid(row, meetlat),
    aanleveringId: row.aanlevering_id,
    _links: {
      self: { href: `/v1/publicaties/${row.id}` },
      aanlevering: { href: `/v1/aanleveringen/${row.aanlevering_id}` },
    },
  };
}

/** Only what VUM finds can be fresh or outdated. */
function versheid(row: PublicatieRow, { regel, nu }: Meetlat): object {
  if (!regel || row.status !== 'actief' || row.gepubliceerd_op === null) return {};
  const data = { gepubliceerdOp: row.gepubliceerd_op, gemeldOp: row.veroudering_gemeld_op };
  return { versheid: versheidVan(data, regel, nu) };
}

export function presentPublicaties(
  rows: readonly PublicatieRow[],
  filter: PublicatieFilter,
  meetlat: Meetlat,
): object {
  const { page, next } = pageOf('/v1/publicaties', rows, filter, ({ id }) => ({ na: id }));
  return { publicaties: page.map((row) => presentPublicatie(row, meetlat)), ...next };
}
