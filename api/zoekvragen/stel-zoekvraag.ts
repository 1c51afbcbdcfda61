import { createHash } from 'node:crypto';
import type { ZoekvraagRow } from '../../db/tables.ts';
import { laatMislukken, stelZoekvraag, vindZoekvraag } from '../../db/zoekvragen.ts';
import { duurInMs } from '../../domain/duur.ts';
import { NietGevonden } from '../../domain/errors.ts';
import { nieuwId } from '../../domain/id.ts';
import type { SoortNaam } from '../../domain/soorten/soort-naam.ts';
import { soorten } from '../../domain/soorten/soorten.ts';
import { foutBijCode, VerwerkingNietBeschikbaar } from '../../domain/zoekvragen/fouten.ts';
import { leesZoekvraag } from '../../domain/zoekvragen/zoekvraag.ts';
import {
  taskQueue,
  zoekvelden,
  zoekvraag,
  type ZoekvraagAnswer,
  type ZoekvraagInput,
} from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { startEnWacht } from '../verwerking/start-en-wacht.ts';

export type StelDeps = Pick<ApiDeps, 'db' | 'temporal' | 'clock' | 'config'>;

export interface TeStellen {
  readonly oin: string;
  readonly door: string;
  readonly correlatieId: string;
  readonly soort: SoortNaam;
  readonly vraagObject: unknown;
  readonly vernieuwen: boolean;
  readonly wachtMs: number;
}

/**
 * Asks a question of VUM, or finds the answer that the same question got before. Throws what VUM could not
 * do, naming the zoekvraag. When it takes longer than `wachtMs`, the row comes back as it is: running.
 */
export async function stelEnWacht(
  deps: StelDeps,
  vraag: TeStellen,
): Promise<{ readonly row: ZoekvraagRow; readonly nieuw: boolean }> {
  const { row, nieuw } = await bewaar(deps, vraag);
  if (row.status === 'beantwoord') return { row, nieuw };
  const antwoord = await wachtOpAntwoord(deps, row, nieuw, vraag.wachtMs);
  if (antwoord?.foutCode !== undefined) throw metZoekvraag(antwoord.foutCode, row.id);
  const nu = await vindZoekvraag(deps.db, row.oin, row.id);
  if (!nu) throw new NietGevonden('Deze zoekvraag bestaat niet.');
  return { row: nu, nieuw };
}

async function bewaar({ db, clock, config }: StelDeps, vraag: TeStellen) {
  const { vraagObject, genormaliseerd } = leesZoekvraag(soorten[vraag.soort], vraag.vraagObject);
  const nu = clock();
  const rij = {
    id: nieuwId(nu),
    oin: vraag.oin,
    soort: vraag.soort,
    vraag: JSON.stringify(vraagObject),
    sleutel: createHash('sha256').update(`${vraag.oin}\n${genormaliseerd}`).digest('hex'),
    gesteld_door: vraag.door,
    gesteld_op: nu.toISOString(),
    verloopt_op: new Date(nu.getTime() + duurInMs(config.ZOEKVRAAG_GELDIG)).toISOString(),
    correlatie_id: vraag.correlatieId,
  };
  return stelZoekvraag(db, rij, vraag.vernieuwen);
}

/** A question that runs already is waited for together; one whose process was never started is started now. */
export async function wachtOpAntwoord(
  { db, temporal, clock, config }: StelDeps,
  row: ZoekvraagRow,
  nieuw: boolean,
  wachtMs: number,
): Promise<ZoekvraagAnswer | undefined> {
  const { oin, soort } = row;
  const input: ZoekvraagInput = {
    zoekvraagId: row.id,
    oin,
    soort,
    verlooptOp: row.verloopt_op,
    geduldMs: duurInMs(config.ZOEKVRAAG_GEDULD),
  };
  try {
    return await startEnWacht(temporal, {
      type: zoekvraag.type,
      id: zoekvraag.id(row.id),
      taskQueue,
      input,
      antwoord: zoekvraag.antwoord,
      samenvatting: `Zoekvraag naar ${soorten[soort].meervoud}`,
      zoekvelden: [
        { key: zoekvelden.gemeente, value: oin },
        { key: zoekvelden.soort, value: soort },
        { key: zoekvelden.status, value: 'loopt' },
      ],
      alsHetLoopt: 'USE_EXISTING',
      wachtMs,
    });
  } catch (fout) {
    // Nothing runs, so nothing may look as if it did; should it run after all, its answer is dropped.
    if (nieuw && fout instanceof VerwerkingNietBeschikbaar) {
      fout.toelichting = { zoekvraagId: row.id };
      await laatMislukken(db, { oin, id: row.id, foutCode: fout.code, nu: clock().toISOString() });
    }
    throw fout;
  }
}

function metZoekvraag(code: string, zoekvraagId: string): Error {
  return Object.assign(foutBijCode(code, 'zoek'), { toelichting: { zoekvraagId } });
}
