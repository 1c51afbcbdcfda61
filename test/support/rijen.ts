import type { Knex } from 'knex';
import type { DetailvraagRow, PublicatieRecordRow, ZoekvraagRow } from '../../db/tables.ts';
import { gemeenteA } from './identity.ts';

const vroeger = '2026-01-01T00:00:00.000Z';
const later = '2999-01-01T00:00:00.000Z';

/** A zoekvraag with an answer that holds for a long time, and so many matches `vum-1`, `vum-2`, …. */
export async function bewaarZoekvraag(
  db: Knex,
  wat: Partial<ZoekvraagRow> & { readonly id: string },
  matches = 0,
): Promise<void> {
  await db('zoekvragen').insert({
    oin: gemeenteA,
    soort: 'vacature',
    status: 'beantwoord',
    vraag: '{}',
    gesteld_door: 'test',
    gesteld_op: vroeger,
    verloopt_op: later,
    correlatie_id: 'c',
    aantal_matches: matches,
    details_gebruikt: 0,
    ...wat,
  });
  for (let n = 1; n <= matches; n++) {
    await db('matches').insert({ zoekvraag_id: wat.id, vum_id: `vum-${n}`, volgnummer: n, inhoud: '{}' });
  }
}

/** A request for a detail of such a zoekvraag, that was just asked. */
export async function bewaarDetailvraag(
  db: Knex,
  wat: Partial<DetailvraagRow> & { readonly zoekvraag_id: string; readonly request_id: string },
): Promise<void> {
  await db('detailvragen').insert({
    oin: gemeenteA,
    vum_id: 'vum-1',
    reden: 'gesprek',
    status: 'gevraagd',
    gevraagd_door: 'test',
    gevraagd_op: vroeger,
    gewijzigd_op: vroeger,
    correlatie_id: 'c',
    ...wat,
  });
}

/** The records of a publicatie, in the order of the file; none where there is no such publicatie. */
export async function recordsVan(db: Knex, publicatieId = ''): Promise<PublicatieRecordRow[]> {
  return db('publicatie_records')
    .where('publicatie_nummer', db('publicaties').where({ id: publicatieId }).select('nummer'))
    .orderBy('nummer');
}

/** Whatever VUM finds: `actief` says of whom, `record` what. */
export const actieveRecords = (db: Knex) =>
  db('actieve_publicaties as actief')
    .join('publicaties as publicatie', 'publicatie.id', 'actief.publicatie_id')
    .join('publicatie_records as record', 'record.publicatie_nummer', 'publicatie.nummer');
