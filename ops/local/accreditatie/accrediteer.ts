import { Uitleg } from '../uitleg.ts';
import type { StackDescription } from '../stack-description.ts';
import { draaiCollectie, type CollectieUitslag } from './draai-collectie.ts';
import { metBronnen } from './simulator-beheer.ts';
import type { StandaardData } from './standaard-data.ts';
import { logInAlsGemeente } from './um-als-gemeente.ts';
import { wachtOpBron } from './wacht-op-bron.ts';

/**
 * The official accreditation, from end to end: a gemeente uploads the standard's test data, UM publishes it, and
 * VUM, with UM as its only bron, must find in it what the standard says is there.
 * `bronGereed` resolves when the bron has taken over the new publicaties.
 */
export async function accrediteer(
  stack: StackDescription,
  data: StandaardData,
  zeg: (regel: string) => void,
  { bronGereed = wachtOpBron } = {},
): Promise<CollectieUitslag[]> {
  const gemeente = stack.gemeenten.find(({ rollen }) => rollen.includes('aanleveraar'));
  if (gemeente === undefined) throw new Uitleg('Geen van de gemeenten in stack.json mag aanleveren.');
  const um = await logInAlsGemeente(stack, gemeente);
  for (const [soort, records] of Object.entries(data.records)) {
    zeg(`${gemeente.naam} levert ${records.length} records van soort ${soort} aan …`);
    await um.publiceer(soort, records);
  }
  await bronGereed(stack, gemeente.oin, data.records);

  const viaOin = stack.bronClient.headers['X-VUM-viaParty'] ?? '';
  const bron = { type: 'http' as const, url: stack.bron, oin: gemeente.oin, viaOin };
  return metBronnen(stack.vum, [bron], async () => {
    const uitslagen: CollectieUitslag[] = [];
    for (const collectie of data.collecties) {
      zeg(`${collectie.naam} draait …`);
      uitslagen.push(await draaiCollectie(collectie, data.omgeving, stack.vum));
    }
    return uitslagen;
  });
}
