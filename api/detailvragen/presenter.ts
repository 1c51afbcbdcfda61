import type { DetailAntwoord } from '../../activities/vum/valideer-antwoord.ts';
import type { DetailvraagRow, ZoekvraagRow } from '../../db/tables.ts';
import { detailsPerZoekvraag, foutBijCode } from '../../domain/zoekvragen/fouten.ts';
import { pageOf } from '../page.ts';

/** The detail on its way from memory to the asker; nothing else in UM ever writes it down. */
export function presentDetail(
  zoekvraag: ZoekvraagRow,
  vraag: { readonly requestId: string; readonly vumID: string },
  { bronID, record }: DetailAntwoord,
): object {
  const { details_gebruikt: gebruikt } = zoekvraag;
  return {
    id: vraag.requestId,
    vumID: vraag.vumID,
    ...(bronID === undefined ? {} : { bronID }),
    soort: zoekvraag.soort,
    detail: record,
    details: { gebruikt, over: detailsPerZoekvraag - gebruikt },
  };
}

/** Who asked what, when and why; never what was answered. */
export function presentDetailvragen(
  zoekvraagId: string,
  rows: readonly DetailvraagRow[],
  filter: { readonly overslaan: number; readonly limiet: number },
): object {
  const adres = `/v1/zoekvragen/${zoekvraagId}/detailvragen`;
  const verder = { overslaan: filter.overslaan + filter.limiet };
  const { page, next } = pageOf(adres, rows, filter, () => verder);
  return {
    detailvragen: page.map((row) => ({
      id: row.request_id,
      // Forgotten with the matches.
      ...(row.vum_id === '' ? {} : { vumID: row.vum_id }),
      reden: row.reden,
      status: statusVoorMensen[row.status],
      gevraagdDoor: row.gevraagd_door,
      gevraagdOp: row.gevraagd_op,
      gewijzigdOp: row.gewijzigd_op,
      ...(row.fout_code === null
        ? {}
        : { fout: { code: row.fout_code, melding: foutBijCode(row.fout_code, 'detail').message } }),
    })),
    ...next,
  };
}

const statusVoorMensen = {
  gevraagd: 'loopt',
  gereserveerd: 'loopt',
  herhaling: 'geleverd',
  geleverd: 'geleverd',
  vrijgegeven: 'vrijgegeven',
  geweigerd: 'geweigerd',
} as const;
