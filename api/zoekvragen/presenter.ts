import { pageOf } from '../page.ts';
import type { MatchRow, ZoekvraagRow, ZoekvraagStatus } from '../../db/tables.ts';
import { detailsPerZoekvraag, foutBijCode } from '../../domain/zoekvragen/fouten.ts';

export const adresVan = (id: string): string => `/v1/zoekvragen/${id}`;

/** A question as its gemeente sees it; what has expired says so, whether it was cleaned up yet or not. */
export function presentZoekvraag(row: ZoekvraagRow, nu: string): object {
  const self = adresVan(row.id);
  return {
    id: row.id,
    soort: row.soort,
    status: statusVan(row, nu),
    vraagObject: JSON.parse(row.vraag) as object,
    gesteldDoor: row.gesteld_door,
    gesteldOp: row.gesteld_op,
    ...(row.beantwoord_op === null ? {} : { beantwoordOp: row.beantwoord_op }),
    verlooptOp: row.verloopt_op,
    ...(row.verwijderd_op === null ? {} : { verwijderdOp: row.verwijderd_op }),
    ...(row.aantal_matches === null ? {} : { aantalMatches: row.aantal_matches }),
    ...(row.maximum_bereikt === null ? {} : { maximumAantalResultatenBereikt: Boolean(row.maximum_bereikt) }),
    ...(row.fout_code === null
      ? {}
      : { fout: { code: row.fout_code, melding: foutBijCode(row.fout_code, 'zoek').message } }),
    details: { gebruikt: row.details_gebruikt, over: detailsPerZoekvraag - row.details_gebruikt },
    _links: {
      self: { href: self },
      matches: { href: `${self}/matches` },
      detailvragen: { href: `${self}/detailvragen` },
    },
  };
}

export function presentZoekvragen(
  rows: readonly ZoekvraagRow[],
  filter: { readonly limiet: number },
  nu: string,
): object {
  const { page, next } = pageOf('/v1/zoekvragen', rows, filter, ({ id }) => ({ na: id }));
  return { zoekvragen: page.map((row) => presentZoekvraag(row, nu)), ...next };
}

/** A page of matches; "none" and "expired" are answers, told apart by the status. */
export function presentMatches(
  row: ZoekvraagRow,
  matches: readonly MatchRow[],
  limiet: number,
  nu: string,
): object {
  const laatste = matches.at(-1)?.volgnummer;
  return {
    status: statusVan(row, nu),
    matches: matches.map(({ inhoud }) => JSON.parse(inhoud) as object),
    ...(laatste !== undefined && laatste < (row.aantal_matches ?? 0)
      ? { volgende: `${adresVan(row.id)}/matches?limiet=${limiet}&na=${laatste}` }
      : {}),
  };
}

/** A question whose time has come has expired, also before its timer has gone off. */
function statusVan(row: ZoekvraagRow, nu: string): ZoekvraagStatus {
  return row.status === 'beantwoord' && row.verloopt_op <= nu ? 'verlopen' : row.status;
}
