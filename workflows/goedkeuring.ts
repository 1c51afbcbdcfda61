import { condition, proxyLocalActivities, setHandler } from '@temporalio/workflow';
import type { Besluit } from '../activities/aanlevering/goedkeuring.ts';
import type { createActivities } from '../activities/index.ts';
import type { Voorbeeld } from '../domain/aanleveringen/voorbeeld.ts';
import { aanlevering as contract, type AanleveringInput } from './contract.ts';
import { boekhouding } from './policies.ts';
import { meldStand } from './stand.ts';
import { inWoorden } from './verslag.ts';

const { vraagGoedkeuring, leesBesluit } =
  proxyLocalActivities<ReturnType<typeof createActivities>>(boekhouding);

/**
 * Lays the preview before a person and waits for the decision, for a bounded time. The decision is in the
 * database; the signal only says that it is worth looking.
 */
export async function wachtOpBesluit(
  { aanleveringId }: AanleveringInput,
  voorbeeld: Voorbeeld,
): Promise<Besluit> {
  let gewekt = false;
  setHandler(contract.besloten, () => void (gewekt = true));
  const voor = await vraagGoedkeuring(aanleveringId);
  const waarom = voorbeeld.waarschuwing === undefined ? '' : ` ${voorbeeld.waarschuwing}`;
  meldStand('wacht-op-goedkeuring', `Wacht tot ${voor} op een besluit: ${inWoorden(voorbeeld)}${waarom}`);

  for (;;) {
    const nog = Math.max(1, Date.parse(voor) - Date.now());
    const opTijd = await condition(() => gewekt, nog, { summary: `vervalt op ${voor}` });
    gewekt = false;
    const besluit = await leesBesluit(aanleveringId, !opTijd);
    if (besluit !== undefined) return besluit;
  }
}
