import {
  allHandlersFinished,
  CancellationScope,
  condition,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { createDetailOphalen } from '../activities/detailvraag/ophalen.ts';
import type { createActivities } from '../activities/index.ts';
import { detailvraag as contract, type DetailvraagAnswer, type DetailvraagInput } from './contract.ts';
import { foutCode } from './fout-code.ts';
import { boekhouding, ophalenBij } from './policies.ts';
import { meldStand } from './stand.ts';

const { reserveer, geefVrij } = proxyLocalActivities<ReturnType<typeof createActivities>>(boekhouding);

/**
 * A request for one detail: take one of the ten, fetch the detail where the asker waits (which records the
 * delivery), or give the reservation back.
 */
export async function detailvraag(input: DetailvraagInput): Promise<DetailvraagAnswer> {
  // A reservation is always settled, also when an operator cancels.
  const behandeling = CancellationScope.nonCancellable(() => behandel(input));
  setHandler(contract.antwoord, () => behandeling);

  const antwoord = await behandeling;
  meldStand(antwoord.status, antwoord.foutCode ?? 'Het detail is opgehaald.');
  await condition(allHandlersFinished);
  return antwoord;
}

async function behandel(input: DetailvraagInput): Promise<DetailvraagAnswer> {
  const { zoekvraagId, requestId, oin, soort, apiTaskQueue } = input;
  const vraag = { zoekvraagId, requestId, oin };

  const reservering = await reserveer(vraag);
  if (reservering !== 'gereserveerd' && reservering !== 'herhaling') {
    return { status: 'geweigerd', foutCode: reservering };
  }
  try {
    const { haalDetailOp } = proxyActivities<ReturnType<typeof createDetailOphalen>>(
      ophalenBij(apiTaskQueue),
    );
    await haalDetailOp({ ...vraag, soort });
    return { status: 'geleverd' };
  } catch (fout) {
    const code = foutCode(fout, 'detail-niet-opgehaald');
    const vrijgegeven = await geefVrij({ ...vraag, foutCode: code });
    return vrijgegeven ? { status: 'vrijgegeven', foutCode: code } : { status: 'geleverd' };
  }
}
