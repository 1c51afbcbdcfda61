import type { RecordInhoud, Soort } from '../../../domain/soorten/soort.ts';
import type { Bericht } from './bericht.ts';
import type { Bron, BronMatch } from './bron.ts';
import { ContractFout } from './contract-fout.ts';

/** How long VUM waits for a bron, in milliseconds; the standard gives a detail 10 s in all. */
const zoekMs = 5_000;
const detailMs = 9_500;

export interface Uitkomst {
  readonly maximumAantalResultatenBereikt: boolean;
  readonly matches: readonly (BronMatch & { readonly bron: string })[];
}

/** Asks every bron at once and puts together what came back in time. A bron that fails is left out. */
export async function vraagBronnen(
  bronnen: readonly Bron[],
  soort: Soort,
  vraagObject: Record<string, unknown>,
  bericht: Bericht,
): Promise<Uitkomst> {
  const signal = AbortSignal.timeout(zoekMs);
  const antwoorden = await Promise.allSettled(
    bronnen.map(async (bron) => ({ bron, ...(await bron.zoek(soort, vraagObject, bericht, signal)) })),
  );
  const gelukt = antwoorden.flatMap((antwoord) => (antwoord.status === 'fulfilled' ? [antwoord.value] : []));
  if (gelukt.length === 0 && bronnen.length > 0) {
    throw new ContractFout('500.3', 'Geen van de bronnen antwoordt.');
  }
  return {
    maximumAantalResultatenBereikt: gelukt.some((antwoord) => antwoord.maximumAantalResultatenBereikt),
    matches: gelukt.flatMap(({ bron, matches }) =>
      matches.map(({ id, inhoud }) => ({ bron: bron.naam, id, inhoud })),
    ),
  };
}

/** Asks one bron for one record. */
export async function vraagDetail(
  bron: Bron,
  soort: Soort,
  id: string,
  bericht: Bericht,
): Promise<RecordInhoud> {
  try {
    return await bron.detail(soort, id, bericht, AbortSignal.timeout(detailMs));
  } catch (fout) {
    if (fout instanceof ContractFout) throw fout;
    throw new ContractFout('500.3', 'De bron antwoordt niet.');
  }
}
