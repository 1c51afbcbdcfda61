import type { Gebeurtenis } from '../../db/gebeurtenissen.ts';
import type { AanleveringRow } from '../../db/tables.ts';

/** The trail's line on an upload, in the name of who delivered it. */
export const gebeurtenisVan = (
  upload: AanleveringRow,
  actie: string,
  uitkomst: string,
  tijdstip: string,
): Gebeurtenis => ({
  tijdstip,
  oin: upload.oin,
  actor: upload.aangeleverd_door,
  actie,
  objectSoort: 'aanlevering',
  objectId: upload.id,
  uitkomst,
  correlatieId: upload.correlatie_id,
});
