import { findActievePublicatie } from '../../../db/actieve-publicaties.ts';
import { loadAanlevering, verzetFase, werkend } from '../../../db/aanleveringen.ts';
import { findPublicatie, findPublicatieVan } from '../../../db/publicaties.ts';
import type { AanleveringRow } from '../../../db/tables.ts';
import { waarschuwVoorVerdwijnen, type Voorbeeld } from '../../../domain/aanleveringen/voorbeeld.ts';
import type { AanleveringDeps } from '../deps.ts';
import { AanleveringInAndereHanden } from '../andere-handen.ts';
import { AanleveringGestopt } from '../gestopt.ts';
import { inStappen } from '../in-stappen.ts';
import { bewaarVoorbeeld } from './bewaar-voorbeeld.ts';
import { telVerwijderingen } from './tel-verwijderingen.ts';
import { telWijzigingen } from './tel-wijzigingen.ts';

/**
 * Counts what publication would change in what VUM finds at this moment, and keeps it with the upload. Where an
 * attempt whose answer got lost has kept it, that stands: a person may have decided on it.
 */
export async function maakVoorbeeld(deps: AanleveringDeps, aanleveringId: string): Promise<Voorbeeld> {
  const { db, clock } = deps;
  return inStappen(async (stap) => {
    for (;;) {
      const nu = clock().toISOString();
      const begonnen = await verzetFase(db, aanleveringId, ['controle', 'voorbeeld'], 'voorbeeld', nu);
      const upload = await loadAanlevering(db, aanleveringId);
      if (!upload || !werkend.includes(upload.status)) throw new AanleveringGestopt();
      if (!begonnen) {
        if (upload.voorbeeld === null) throw new AanleveringInAndereHanden();
        return JSON.parse(upload.voorbeeld) as Voorbeeld;
      }
      const basisId = (await findActievePublicatie(db, upload.oin, upload.soort)) ?? null;
      const { voorbeeld, onbekend } = await vergelijk(deps, upload, basisId, stap);
      if (await bewaarVoorbeeld(deps, upload, { basisId, voorbeeld, onbekend })) return voorbeeld;
      // Something else was published meanwhile, this upload was stopped, or another attempt was first: look again.
    }
  });
}

async function vergelijk(
  { db, config }: AanleveringDeps,
  upload: AanleveringRow,
  basisId: string | null,
  stap: () => Promise<void>,
) {
  const { id, oin, modus, geldig, foutief } = upload;
  const basis = basisId === null ? undefined : await findPublicatie(db, oin, basisId);
  const huidig = basis?.aantal ?? 0;
  const weg =
    modus === 'mutaties'
      ? await telVerwijderingen(db, id, basis?.nummer, stap)
      : { verwijderd: 0, nietGevonden: 0, voorbeelden: [] };
  const publicatie = await findPublicatieVan(db, id);
  const telling =
    basis && publicatie
      ? await telWijzigingen(db, { publicatie: publicatie.nummer, basis: basis.nummer }, stap)
      : { nieuw: geldig - upload.verwijderingen, gewijzigd: 0, gelijk: 0 };

  const { nieuw, gewijzigd, gelijk } = telling;
  const verwijderd = modus === 'mutaties' ? weg.verwijderd : huidig - gewijzigd - gelijk;
  const ongewijzigd = huidig - gewijzigd - verwijderd;
  const waarschuwing = waarschuwVoorVerdwijnen(verwijderd, huidig, config.AANLEVERING_WAARSCHUWING_VERDWIJNT);
  const voorbeeld: Voorbeeld = {
    ...{ nieuw, gewijzigd, ongewijzigd, verwijderd, geweigerd: foutief, nietGevonden: weg.nietGevonden },
    ...(waarschuwing === undefined ? {} : { waarschuwing }),
  };
  return { voorbeeld, onbekend: weg.voorbeelden };
}
