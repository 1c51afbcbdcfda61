import type { Knex } from 'knex';
import { findActievePublicatie } from '../../../db/actieve-publicaties.ts';
import {
  addFoutAantallen,
  hoogsteAantalFouten,
  insertFouten,
  wisFouten,
  type NieuweFout,
} from '../../../db/aanlevering-fouten.ts';
import { loadAanlevering, verzetFase } from '../../../db/aanleveringen.ts';
import type { AanleveringRow } from '../../../db/tables.ts';
import { transactie } from '../../../db/transactie.ts';
import type { Verwijdering } from '../../../db/verwijderingen.ts';
import type { Voorbeeld } from '../../../domain/aanleveringen/voorbeeld.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import type { AanleveringDeps } from '../deps.ts';

/**
 * Keeps a preview with its upload. False, and nothing changes, when VUM no longer finds the publicatie (`basisId`)
 * that it was made against, when another attempt kept one already, or when the upload was stopped.
 */
export async function bewaarVoorbeeld(
  { db, clock }: Pick<AanleveringDeps, 'db' | 'clock'>,
  { id, oin, soort }: AanleveringRow,
  gevonden: {
    readonly basisId: string | null;
    readonly voorbeeld: Voorbeeld;
    /** What cannot be deleted because it is not there; the first of them. */
    readonly onbekend: readonly Verwijdering[];
  },
): Promise<boolean> {
  const { basisId, voorbeeld, onbekend } = gevonden;
  return transactie(db, async (trx) => {
    if (((await findActievePublicatie(trx, oin, soort)) ?? null) !== basisId) return false;
    // First of all: who comes second waits here, and finds that it is done.
    if (!(await verzetFase(trx, id, ['voorbeeld'], 'publicatie', clock().toISOString()))) return false;
    const upload = await loadAanlevering(trx, id);
    if (!upload) return false;
    const waarschuwingen = upload.verwijderingen === 0 ? {} : await waarschuw(trx, upload, gevonden);
    const bewaard = { basis_id: basisId, voorbeeld: JSON.stringify(voorbeeld) };
    const overname = { samengevoegd_tot: null, overgenomen: 0 };
    await trx('aanleveringen')
      .where({ id })
      .update({ ...bewaard, ...overname, ...waarschuwingen });
    return true;
  });

  /** The warnings of this preview in the place of those of the one before. */
  async function waarschuw(
    trx: Knex.Transaction,
    upload: AanleveringRow,
    { voorbeeld: nu }: typeof gevonden,
  ) {
    const vorige = upload.voorbeeld === null ? undefined : (JSON.parse(upload.voorbeeld) as Voorbeeld);
    const bewaard = upload.fouten_bewaard - (await wisFouten(trx, id, code));
    const fouten = onbekend
      .slice(0, Math.max(0, hoogsteAantalFouten - bewaard))
      .sort((a, b) => a.regel - b.regel)
      .map((weg) => alsWaarschuwing(soorten[soort].idVeld, weg));
    await insertFouten(trx, id, fouten);
    if (voorbeeld.nietGevonden > 0) {
      await addFoutAantallen(trx, id, [{ code, ernst: 'waarschuwing', aantal: voorbeeld.nietGevonden }]);
    }
    return {
      waarschuwingen: upload.waarschuwingen - (vorige?.nietGevonden ?? 0) + nu.nietGevonden,
      fouten_bewaard: bewaard + fouten.length,
    };
  }
}

const code = 'verwijdering-onbekend';

const alsWaarschuwing = (idVeld: string, { record_id, regel }: Verwijdering): NieuweFout => ({
  ...{ regel, record_id, pad: `/${idVeld}`, code, ernst: 'waarschuwing' },
  melding: 'VUM vindt geen record met dit id; er is niets te verwijderen.',
  ...{ blad: null, rij: null, kolom: null },
});
