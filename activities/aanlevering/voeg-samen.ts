import { loadAanlevering, werkend, zetFase } from '../../db/aanleveringen.ts';
import { findPublicatie, findPublicatieVan } from '../../db/publicaties.ts';
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
    const upload = await loadAanlevering(db, aanleveringId);
    const publicatie = await findPublicatieVan(db, aanleveringId);
    if (!upload || !publicatie || !werkend.includes(upload.status)) throw new AanleveringGestopt();
    if (upload.fase !== 'samenvoegen') await zetFase(db, aanleveringId, 'samenvoegen', nu());

    const { oin, basis_id } = upload;
    const basis = basis_id === null ? null : ((await findPublicatie(db, oin, basis_id)) ?? null);
    const over = { aanleveringId, publicatie: publicatie.nummer, basis };
    const totEind = async (doe: typeof neemOver, vanaf: number): Promise<void> => {
      for (let tot: number | undefined = vanaf; tot !== undefined;) {
        await stap();
        const hier: Samenvoeging = { ...over, tot };
        const verder = await transactie(db, (trx) => doe(trx, hier, perKeer, nu()));
        if (verder === 'uit-handen') throw new AanleveringInAndereHanden();
        tot = verder.tot;
      }
    };
    if (upload.samengevoegd_tot === null) {
      await totEind(wisOvergenomen, 0);
      if (!(await beginOvername(db, upload))) throw new AanleveringInAndereHanden();
    }
    await totEind(neemOver, upload.samengevoegd_tot ?? 0);
  });
}
