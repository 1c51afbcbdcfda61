import {
  allHandlersFinished,
  CancellationScope,
  condition,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
} from '@temporalio/workflow';
import type { createActivities } from '../activities/index.ts';
import { zoekvraag as contract, type ZoekvraagAnswer, type ZoekvraagInput } from './contract.ts';
import { foutCode, isDefinitief } from './fout-code.ts';
import { boekhouding, geduldigAanVum, meteenAanVum, opruimwerk } from './policies.ts';
import { meldStand } from './stand.ts';

type Activities = ReturnType<typeof createActivities>;

const { meldMislukt } = proxyLocalActivities<Activities>(boekhouding);
const { vraagVumMeteen } = proxyLocalActivities<Activities>(meteenAanVum);
const { verwijderMatches } = proxyActivities<Activities>({
  ...opruimwerk,
  summary: 'De matches verwijderen',
});

/**
 * A search question: ask VUM, keep the matches until they expire or somebody ends the question, delete them.
 * Reading never depends on this process being on time: the database hides what has expired.
 */
export async function zoekvraag(input: ZoekvraagInput): Promise<ZoekvraagAnswer> {
  const einde = { gevraagd: false };
  const beeindigd = () => einde.gevraagd;
  setHandler(contract.beeindig, () => void (einde.gevraagd = true));
  const vraag = vraagVumTenzij(beeindigd, input);
  setHandler(contract.antwoord, () => vraag);

  const antwoord = await vraag;
  if (antwoord.status !== 'mislukt') {
    if (antwoord.status === 'beantwoord') await wachtTotVerlopen(input, antwoord, beeindigd);
    // Also when an operator cancelled the process.
    const voortijdig = beeindigd() || CancellationScope.current().consideredCancelled;
    const status = voortijdig ? 'beeindigd' : 'verlopen';
    await CancellationScope.nonCancellable(() => verwijderMatches({ ...input, status }));
    meldStand(status, 'De matches zijn verwijderd.');
  }
  await condition(allHandlersFinished);
  return antwoord;
}

/** Asks VUM, again and again as long as that can help, unless somebody ends the question meanwhile. */
async function vraagVumTenzij(beeindigd: () => boolean, input: ZoekvraagInput): Promise<ZoekvraagAnswer> {
  const { zoekvraagId, oin } = input;
  const vragen = new CancellationScope();
  void condition(beeindigd).then(
    () => vragen.cancel(),
    () => undefined,
  );
  try {
    const uitkomst = await vragen.run(() => vraagVum(input));
    return { aantalMatches: 0, ...uitkomst };
  } catch (fout) {
    if (isCancellation(fout)) return { status: 'vervallen', aantalMatches: 0 };
    const code = foutCode(fout, 'vum-te-laat');
    await meldMislukt({ zoekvraagId, oin, foutCode: code });
    meldStand('mislukt', `VUM gaf geen bruikbaar antwoord: ${code}.`);
    return { status: 'mislukt', aantalMatches: 0, foutCode: code };
  }
}

/** At once if VUM is quick, with patience if it is not, and again after a pause if that can help. */
async function vraagVum({ zoekvraagId, oin, geduldMs }: ZoekvraagInput) {
  const vraag = { zoekvraagId, oin };
  const { vraagVum: vraagGeduldig } = proxyActivities<Activities>(geduldigAanVum(geduldMs));
  try {
    const uitkomst = await vraagVumMeteen(vraag);
    if (uitkomst.status !== 'loopt') return uitkomst;
  } catch (fout) {
    if (isDefinitief(fout)) throw fout;
    await sleep('1s', { summary: 'Even wachten voor VUM opnieuw wordt gevraagd' });
  }
  return vraagGeduldig(vraag);
}

/** Until the agreed time, or until somebody ends the question. */
async function wachtTotVerlopen(
  { verlooptOp }: ZoekvraagInput,
  { aantalMatches }: ZoekvraagAnswer,
  beeindigd: () => boolean,
): Promise<void> {
  meldStand('beantwoord', `${aantalMatches} matches; deze verlopen op ${verlooptOp}.`);
  const nog = Math.max(1, Date.parse(verlooptOp) - Date.now());
  try {
    await condition(beeindigd, nog, { summary: `verloopt op ${verlooptOp}` });
  } catch (fout) {
    // An operator cancelled the process: the matches have no keeper any more, and go now.
    if (!isCancellation(fout)) throw fout;
  }
}
