import { Context } from '@temporalio/activity';
import { hoogsteAantalFouten } from '../../db/aanlevering-fouten.ts';
import { loadAanlevering } from '../../db/aanleveringen.ts';
import { insertMappingVan } from '../../db/mappingen.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { OnleesbaarBestand } from '../../domain/validatie/onleesbaar-bestand.ts';
import type { Beurten } from './beurten.ts';
import { beginControle } from './begin-controle.ts';
import { leesInDraden } from './controle/lees-in-draden.ts';
import type { AanleveringDeps } from './deps.ts';
import { haalMappingOpdracht } from './mapping/haal-mapping-opdracht.ts';
import { oordeel, type ControleUitslag } from './oordeel.ts';

const heartbeatMs = 3_000;

/**
 * Reads and validates a file and builds the publicatie of it, batch by batch, going on where an earlier attempt
 * stopped. Heartbeats carry counts alone.
 */
export async function controleer(
  deps: AanleveringDeps,
  beurten: Beurten,
  aanleveringId: string,
): Promise<ControleUitslag> {
  const context = Context.current();
  const heartbeat = (details: { gelezen: number }) => context.heartbeat(details);
  const { cancellationSignal } = context;
  let gelezen = 0;
  const timer = setInterval(() => heartbeat({ gelezen }), heartbeatMs);
  try {
    return await beurten.neem(cancellationSignal, async () => {
      const upload = await beginControle(deps, aanleveringId);
      if (!upload) return { akkoord: false, code: 'gestopt', gelezen: 0, geldig: 0, foutief: 0 };
      for await (const totaal of leesVerder(deps, upload, cancellationSignal)) {
        gelezen = totaal;
        heartbeat({ gelezen });
      }
      return oordeel(await loadAanlevering(deps.db, aanleveringId));
    });
  } catch (error) {
    // Whatever broke because of the cancellation, the cancellation is what happened.
    if (cancellationSignal.aborted) await context.cancelled;
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** Yields how many records have been read after each batch that is safely stored. */
async function* leesVerder(
  { db, databaseUrl, clock, config, leesdraden }: AanleveringDeps,
  upload: AanleveringRow,
  signal: AbortSignal,
): AsyncGenerator<number> {
  const opdracht = {
    databaseUrl,
    upload: { id: upload.id, soort: upload.soort, modus: upload.modus, bytes: upload.bytes },
    vanaf: { byte: upload.leespunt_byte, regel: upload.leespunt_regel },
    foutenTeBewaren: hoogsteAantalFouten - upload.fouten_bewaard,
    mapping: await haalMappingOpdracht(db, upload, config.PSEUDONIEM_SLEUTEL),
    waardelijstenDir: config.WAARDELIJSTEN_DIR,
  };
  let gelezen = upload.gelezen;
  try {
    for await (const stap of leesInDraden(leesdraden, opdracht, clock, signal)) {
      if ('formaat' in stap) {
        await db('aanleveringen').where({ id: upload.id }).update({ formaat: stap.formaat });
      } else if ('mapping' in stap) {
        await insertMappingVan(db, upload.id, JSON.stringify(stap.mapping));
      } else {
        gelezen += stap.geschreven.gelezen;
        yield gelezen;
      }
    }
  } catch (error) {
    if (!(error instanceof OnleesbaarBestand)) throw error;
    await db('aanleveringen')
      .where({ id: upload.id, status: 'controle' })
      .update({ fout_code: error.code, fout_melding: error.message.slice(0, 1000) });
  }
}
