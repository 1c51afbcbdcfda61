import { loadAanlevering, zetFase } from '../../db/aanleveringen.ts';
import { findPublicatieVan } from '../../db/publicaties.ts';
import { beginOvername, neemOver, wisOvergenomen, type Samenvoeging } from '../../db/samenvoegen.ts';
import { transactie } from '../../db/transactie.ts';
import { AanleveringInAndereHanden } from './andere-handen.ts';
import type { AanleveringDeps } from './deps.ts';
import { AanleveringGestopt } from './gestopt.ts';
import { inStappen } from './in-stappen.ts';

/** Records in one transaction: milliseconds, so that nobody else waits. */
const perKeer = 500;

/**
 * Completes the publicatie of an upload with changes: takes over, from the publicatie that the preview was made
 * against, what the upload leaves as it is. Goes on where an earlier attempt stopped.
 */
export async function voegSamen({ db, clock }: AanleveringDeps, aanleveringId: string): Promise<void> {
  const nu = () => clock().toISOString();
  await inStappen(async (stap) => {
    if (!(await zetFase(db, aanleveringId, 'samenvoegen', nu()))) throw new AanleveringGestopt();
    const upload = await loadAanlevering(db, aanleveringId);
    const publicatie = await findPublicatieVan(db, aanleveringId);
    if (!upload || !publicatie) throw new AanleveringGestopt();

    if (upload.samengevoegd_tot === null) {
      for (let na: string | undefined = ''; na !== undefined;) {
        await stap();
        const hier: string = na;
        na = await transactie(db, (trx) => wisOvergenomen(trx, publicatie.id, hier, perKeer));
      }
      if (!(await beginOvername(db, upload))) throw new AanleveringInAndereHanden();
    }
    if (upload.basis_id === null) return;

    const over = { aanleveringId, publicatieId: publicatie.id, basisId: upload.basis_id };
    for (let tot: string | undefined = upload.samengevoegd_tot ?? ''; tot !== undefined;) {
      await stap();
      const hier: Samenvoeging = { ...over, tot };
      const verder = await transactie(db, (trx) => neemOver(trx, hier, perKeer, nu()));
      if (verder === 'uit-handen') throw new AanleveringInAndereHanden();
      tot = verder.tot;
    }
  });
}
