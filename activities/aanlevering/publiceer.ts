import type { Knex } from 'knex';
import { aangewezen, neemVersie, wijsAan } from '../../db/aanwijzing.ts';
import { loadAanlevering, verplaatsAanlevering, werkend } from '../../db/aanleveringen.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import { findPublicatieVan, isIngehaald, verplaatsPublicatie } from '../../db/publicaties.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { vraagtBesluit, type Voorbeeld } from '../../domain/aanleveringen/voorbeeld.ts';
import { legTermijnenVast } from './bewaar-voor-herstel.ts';
import type { AanleveringDeps } from './deps.ts';
import { gebeurtenisVan } from './gebeurtenis-van.ts';

/**
 * `ingehaald`: a later upload of this soort was published first. `andere-basis`: VUM no longer finds the publicatie
 * that the preview was made against, or nobody approved it; it is to be shown again. `gestopt`: cancelled or gone
 * meanwhile.
 */
export type PublicatieUitkomst = 'gepubliceerd' | 'ingehaald' | 'andere-basis' | 'gestopt';

/**
 * Makes what the upload built the publicatie that VUM finds, in one transaction: the old set or the new one,
 * never neither, never both. Repeating it changes nothing.
 */
export async function publiceer(
  { db, clock, config }: Pick<AanleveringDeps, 'db' | 'clock' | 'config'>,
  aanleveringId: string,
): Promise<PublicatieUitkomst> {
  return db.transaction(async (trx) => {
    const versie = await neemVersie(trx);
    const upload = await loadAanlevering(trx, aanleveringId);
    if (upload?.status === 'gepubliceerd') return 'gepubliceerd';
    const nieuw = await findPublicatieVan(trx, aanleveringId);
    if (!upload || !werkend.includes(upload.status) || nieuw?.status !== 'opbouw') return 'gestopt';
    if (await isIngehaald(trx, upload)) return 'ingehaald';
    const oud = await aangewezen(trx, upload.oin, upload.soort);
    const nu = clock().toISOString();
    if ((oud ?? null) !== upload.basis_id || mistGoedkeuring(upload)) {
      await legOpnieuwVoor(trx, upload, nu);
      return 'andere-basis';
    }

    const aantal = upload.geldig - upload.verwijderingen + upload.overgenomen;
    const gepubliceerd = await verplaatsAanlevering(trx, upload.id, [upload.status], {
      ...{ status: 'gepubliceerd', afgerond_op: nu, publicatie_id: nieuw.id, gepubliceerd: aantal },
      ...{ fase: 'opruimen', fase_sinds: nu },
    });
    // Ended since it was read above.
    if (!gepubliceerd) return 'gestopt';
    if (oud) await verplaatsPublicatie(trx, oud, 'actief', { status: 'vervangen', beeindigd_op: nu });
    const actief = { status: 'actief', aantal, gepubliceerd_op: nu } as const;
    await verplaatsPublicatie(trx, nieuw.id, 'opbouw', actief);
    await wijsAan(trx, upload.oin, upload.soort, nieuw.id, versie);
    await legTermijnenVast(trx, config, upload.id);
    const event = gebeurtenisVan(upload, 'aanlevering-gepubliceerd', 'gelukt', nu);
    await recordEvent(trx, { ...event, reden: waarschuwing(upload) });
    return 'gepubliceerd';
  });
}

/** Nothing is published on somebody's word that is not in the database. */
const mistGoedkeuring = (upload: AanleveringRow): boolean =>
  vraagtBesluit(upload.goedkeuring, voorbeeldVan(upload)) && upload.status !== 'goedgekeurd';

/** Back to the preview: what was decided was decided on another one. */
async function legOpnieuwVoor(trx: Knex.Transaction, upload: AanleveringRow, nu: string): Promise<void> {
  const opnieuw = await verplaatsAanlevering(trx, upload.id, werkend, {
    ...{ status: 'controle', fase: 'voorbeeld', fase_sinds: nu, voortgang_op: nu },
    ...{ goedkeuren_voor: null, besluit: null, besluit_reden: null, besloten_door: null, besloten_op: null },
  });
  if (!opnieuw || upload.besluit === null) return;
  const event = gebeurtenisVan(upload, 'aanlevering-goedkeuring-vervallen', 'andere-basis', nu);
  await recordEvent(trx, { ...event, actor: 'um' });
}

/** What the preview warned of stays in the trail: whoever asks later sees that it was known. */
const waarschuwing = (upload: AanleveringRow): string | undefined => voorbeeldVan(upload)?.waarschuwing;

const voorbeeldVan = ({ voorbeeld }: AanleveringRow): Voorbeeld | undefined =>
  voorbeeld === null ? undefined : (JSON.parse(voorbeeld) as Voorbeeld);
