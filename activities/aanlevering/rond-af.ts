import { loadAanlevering, verplaatsAanlevering } from '../../db/aanleveringen.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { findPublicatieVan, verplaatsPublicatie } from '../../db/publicaties.ts';
import type { AanleveringDeps } from './deps.ts';
import { gebeurtenisVan } from './gebeurtenis-van.ts';

/** How an upload can end without being published. */
export type Afloop = 'afgekeurd' | 'ingehaald' | 'mislukt' | 'geannuleerd';

/**
 * Ends an upload that is not published and drops what it built; what is active stays active. `code` says why.
 * Does nothing to an upload that has ended already.
 */
export async function rondAf(
  { db, clock }: AanleveringDeps,
  aanleveringId: string,
  afloop: Afloop,
  code: string,
): Promise<void> {
  await db.transaction(async (trx) => {
    const nu = clock().toISOString();
    const ended = await verplaatsAanlevering(trx, aanleveringId, ['wacht', 'controle'], {
      status: afloop,
      afgerond_op: nu,
      fout_code: code,
    });
    const upload = await loadAanlevering(trx, aanleveringId);
    if (!ended || !upload) return;
    const melding = afloop === 'mislukt' ? internMislukt : meldingen[code];
    if (upload.fout_melding === null && melding !== undefined) {
      await trx('aanleveringen').where({ id: aanleveringId }).update({ fout_melding: melding });
    }
    const publicatie = await findPublicatieVan(trx, aanleveringId);
    if (publicatie) {
      await verplaatsPublicatie(trx, publicatie.id, 'opbouw', { status: 'verworpen', beeindigd_op: nu });
    }
    await recordEvent(trx, gebeurtenisVan(upload, `aanlevering-${afloop}`, code, nu));
  });
}

/** Why an upload was not published, for who delivered it. Unreadable files have brought their own text. */
const meldingen: Readonly<Record<string, string>> = {
  'bestand-leeg':
    'Het bestand bevat geen records. Lever een bestand met records aan; wilt u niets meer publiceren, trek dan de publicatie in.',
  'bestand-met-fouten':
    'Het bestand bevat fouten en is daarom niet gepubliceerd. Herstel de fouten, of lever aan met fouten=sla-over.',
  'geen-goede-records':
    'Geen enkel record in het bestand is goed; er is niets gepubliceerd. Herstel de fouten.',
  ingehaald:
    'Een latere aanlevering van dezelfde soort is al gepubliceerd; deze is daarom niet gepubliceerd.',
  geannuleerd: 'De aanlevering is geannuleerd; er is niets gepubliceerd.',
};

const internMislukt = 'Er ging iets mis in UM; er is niets gepubliceerd. Lever het bestand opnieuw aan.';
