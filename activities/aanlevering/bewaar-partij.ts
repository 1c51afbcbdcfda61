import type { Knex } from 'knex';
import {
  addFoutAantallen,
  hoogsteAantalFouten,
  insertFouten,
  type NieuweFout,
} from '../../db/aanlevering-fouten.ts';
import { verzetLeespunt } from '../../db/aanleveringen.ts';
import { findPublicatieVan } from '../../db/publicaties.ts';
import { insertRecords, type DubbelRecord } from '../../db/publicatie-records.ts';
import type { Instant } from '../../db/tables.ts';
import { heeftVerwijderingen } from '../../db/verwijderingen.ts';
import { toonbareBladnaam } from '../../domain/werkblad/toonbare-bladnaam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { AanleveringInAndereHanden } from './andere-handen.ts';
import { DUBBEL_ID, dubbelId } from './controle/dubbel-id.ts';
import { metPlaats } from './sjabloon/met-plaats.ts';
import { bewaarMutaties } from './bewaar-mutaties.ts';
import type { UploadGegevens } from './controle/draad-berichten.ts';
import type { Partij } from './controle/partij.ts';
import { weigerOveral } from './weiger-overal.ts';

/**
 * Writes a batch, its faults, the counts and the point where reading goes on, in one transaction: after a crash
 * no line is missing and none is there twice. An attempt that was thought dead finds the point moved, and stops.
 */
export async function bewaarPartij(
  db: Knex,
  upload: UploadGegevens,
  plek: {
    /** The byte at which the batch before it ended. */
    readonly van: number;
    /** The byte up to which the file has been read. */
    readonly gelezenBytes: number;
    readonly nu: Instant;
  },
  partij: Partij,
): Promise<void> {
  const { records, verwijderingen, fouten, aantallen, blad, telling, volgende } = partij;
  await db.transaction(async (trx) => {
    const publicatie = await findPublicatieVan(trx, upload.id);
    if (!publicatie) throw new AanleveringInAndereHanden();
    const ingetrokken = await weigerOveral(trx, upload, publicatie.nummer, partij.geweigerd);
    const nietElders = upload.modus === 'mutaties' || (await heeftVerwijderingen(trx, upload.id));
    const nogEens = nietElders
      ? await bewaarMutaties(trx, upload.id, publicatie.nummer, partij)
      : await insertRecords(trx, publicatie.nummer, records);
    const dubbele = [...ingetrokken, ...nogEens];
    const dubbelVerwijderd = dubbele.filter(({ record }) => verwijderingen.some((van) => van === record));
    const alleFouten = [...fouten, ...dubbele.map((dubbel) => alsFout(upload, dubbel, blad))];
    const bewaard =
      alleFouten.length === 0 ? [] : alleFouten.slice(0, await plaatsVoorFouten(trx, upload.id));
    const tot = { ...volgende, gelezenBytes: plek.gelezenBytes, op: plek.nu };
    const verzet = await verzetLeespunt(trx, upload.id, plek.van, tot, {
      gelezen: telling.gelezen,
      geldig: telling.geldig - dubbele.length,
      foutief: telling.foutief + dubbele.length,
      waarschuwingen: telling.waarschuwingen,
      verwijderingen: telling.verwijderingen - dubbelVerwijderd.length,
      zonderToestemming: telling.zonderToestemming,
      foutenBewaard: bewaard.length,
    });
    if (!verzet) throw new AanleveringInAndereHanden();
    await insertFouten(trx, upload.id, bewaard);
    await addFoutAantallen(trx, upload.id, aantallen);
    if (dubbele.length > 0) {
      const soort = { code: DUBBEL_ID, ernst: 'fout', aantal: dubbele.length } as const;
      await addFoutAantallen(trx, upload.id, [soort]);
    }
  });
}

async function plaatsVoorFouten(trx: Knex.Transaction, aanleveringId: string): Promise<number> {
  const row = await trx('aanleveringen').where({ id: aanleveringId }).first('fouten_bewaard');
  return Math.max(0, hoogsteAantalFouten - (row?.fouten_bewaard ?? 0));
}

function alsFout(
  upload: UploadGegevens,
  { record: { regel, record_id }, eersteRegel }: DubbelRecord,
  blad: string | undefined,
): NieuweFout {
  const plaats = blad === undefined ? undefined : { blad, rij: regel };
  const { pad, code, melding, ernst } = metPlaats(dubbelId(soorten[upload.soort], eersteRegel), plaats, blad);
  const waar = { blad: blad === undefined ? null : toonbareBladnaam(blad), rij: plaats?.rij ?? null };
  return { pad, code, melding, ernst, regel, record_id, ...waar, kolom: null };
}
