import {
  CancellationScope,
  isCancellation,
  ParentClosePolicy,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  startChild,
} from '@temporalio/workflow';
import type { createActivities } from '../activities/index.ts';
import { vraagtBesluit } from '../domain/aanleveringen/voorbeeld.ts';
import {
  aanlevering as contract,
  opruiming,
  zoekvelden,
  type AanleveringInput,
  type AanleveringResult,
} from './contract.ts';
import { foutCode } from './fout-code.ts';
import { wachtOpBesluit } from './goedkeuring.ts';
import { boekhouding, leeswerk, verwijderwerk } from './policies.ts';
import { meldStand } from './stand.ts';
import { inWoorden, verslag } from './verslag.ts';

type Activities = ReturnType<typeof createActivities>;
type Einde = Pick<AanleveringResult, 'uitkomst' | 'code' | 'voorbeeld'>;

const nietsGelezen = { gelezen: 0, geldig: 0, foutief: 0 };

const { publiceerAanlevering, rondAanleveringAf } = proxyLocalActivities<Activities>(boekhouding);
const { controleerAanlevering } = proxyActivities<Activities>({
  ...leeswerk,
  summary: 'Het bestand lezen en controleren',
});
const { maakVoorbeeld } = proxyActivities<Activities>({
  ...leeswerk,
  summary: 'Vergelijken met wat VUM nu vindt',
});
const { voegAanleveringSamen } = proxyActivities<Activities>({
  ...leeswerk,
  summary: 'Overnemen wat niet verandert',
});
const { ruimAanleveringOp } = proxyActivities<Activities>({
  ...verwijderwerk,
  summary: 'Het aangeleverde bestand verwijderen',
});

/**
 * An upload, from the moment that the file has come in: read and validate it, show what it would change, let a
 * person decide where that was asked for, publish it, and forget the file. Until it is published VUM finds the old
 * set; whatever goes wrong, that set stays.
 */
export async function aanlevering(input: AanleveringInput): Promise<AanleveringResult> {
  const { aanleveringId } = input;
  const verwerking = new CancellationScope();
  setHandler(contract.annuleer, () => verwerking.cancel());

  const resultaat = await verwerking.run(() =>
    controleerEnPubliceer(input).catch((fout: unknown) => ({ ...nietsGelezen, ...nietAfgemaakt(fout) })),
  );

  await CancellationScope.nonCancellable(async () => {
    if (resultaat.uitkomst === 'gepubliceerd') await laatOudeSetOpruimen(input);
    else await rondAanleveringAf(aanleveringId, resultaat.uitkomst, resultaat.code ?? resultaat.uitkomst);
    meldStand(resultaat.uitkomst, verslag(resultaat));
    await ruimAanleveringOp(aanleveringId);
  });
  return resultaat;
}

async function controleerEnPubliceer(input: AanleveringInput): Promise<AanleveringResult> {
  meldStand('controle', 'Het bestand wordt gelezen en gecontroleerd.');
  const { akkoord, code, ...aantallen } = await controleerAanlevering(input.aanleveringId);
  if (CancellationScope.current().consideredCancelled) return { uitkomst: 'geannuleerd', ...aantallen };
  if (!akkoord) return { uitkomst: 'afgekeurd', code, ...aantallen };

  return { ...aantallen, ...(await legVoorTotGepubliceerd(input).catch(nietAfgemaakt)) };
}

async function legVoorTotGepubliceerd(input: AanleveringInput): Promise<Einde> {
  for (;;) {
    const { uitkomst, voorbeeld } = await legVoorEnPubliceer(input);
    // What was shown, and perhaps approved, is no longer what would happen: show it again.
    if (uitkomst === 'andere-basis') continue;
    if (uitkomst === 'gestopt') return { uitkomst: 'mislukt', code: uitkomst, voorbeeld };
    return { uitkomst, voorbeeld };
  }
}

async function legVoorEnPubliceer(input: AanleveringInput) {
  const { aanleveringId, modus } = input;
  meldStand('voorbeeld', 'De aanlevering wordt vergeleken met wat VUM nu vindt.');
  const voorbeeld = await maakVoorbeeld(aanleveringId);

  if (vraagtBesluit(input.goedkeuring, voorbeeld)) {
    const besluit = await wachtOpBesluit(input, voorbeeld);
    if (besluit !== 'goedgekeurd') return { uitkomst: besluit, voorbeeld };
  }
  if (modus === 'mutaties') {
    meldStand('samenvoegen', 'Wat niet verandert, wordt overgenomen uit de huidige publicatie.');
    await voegAanleveringSamen(aanleveringId);
  }
  if (CancellationScope.current().consideredCancelled) return { uitkomst: 'geannuleerd' as const, voorbeeld };
  meldStand('publicatie', `De aanlevering wordt gepubliceerd: ${inWoorden(voorbeeld)}`);
  // Publishing is done or not done; who cancels now is told which.
  const uitkomst = await CancellationScope.nonCancellable(() => publiceerAanlevering(aanleveringId));
  return { uitkomst, voorbeeld };
}

function nietAfgemaakt(fout: unknown): Einde {
  // A step whose worker died after it was cancelled ends as timed out: Temporal does not try it again.
  const geannuleerd = isCancellation(fout) || CancellationScope.current().consideredCancelled;
  if (geannuleerd) return { uitkomst: 'geannuleerd' };
  return { uitkomst: 'mislukt', code: foutCode(fout, 'interne-fout') };
}

/** The set that was replaced goes a little later, in a process of its own: somebody may be reading in it. */
async function laatOudeSetOpruimen({ aanleveringId, oin, soort }: AanleveringInput): Promise<void> {
  await startChild(opruiming.type, {
    workflowId: opruiming.id(aanleveringId),
    args: [{ oin, soort, respijtMs: opruiming.respijtMs }],
    parentClosePolicy: ParentClosePolicy.ABANDON,
    staticSummary: 'De vervangen publicatie verwijderen',
    typedSearchAttributes: [
      { key: zoekvelden.gemeente, value: oin },
      { key: zoekvelden.soort, value: soort },
      { key: zoekvelden.status, value: 'wacht' },
    ],
  });
}
