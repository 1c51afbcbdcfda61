/**
 * The thread that reads and validates one file: work for the processor alone, away from the event loop that
 * heartbeats and workflows live on. Runs ahead of the writer by a few batches and no more.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../../db/connect.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { maakLijstControle } from '../../../domain/validatie/lijst-fouten.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { GemetenBestand } from '../gemeten-bestand.ts';
import { kiesLezer } from '../kies-lezer.ts';
import { leesHulp } from '../mapping/mapping-hulp.ts';
import { OpgeslagenBestand } from '../opgeslagen-bestand.ts';
import { leesLijsten } from '../waardelijsten/lees-lijsten.ts';
import type { DraadBericht, DraadOpdracht } from './draad-berichten.ts';
import { maakPartijen } from './maak-partijen.ts';

const vooruit = 2;

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
const opdracht = workerData as DraadOpdracht;
const db = connect(opdracht.databaseUrl, 1);
let onderweg = 0;
port.on('message', () => onderweg--);

try {
  await controleer();
  stuur({ soort: 'klaar' });
} catch (error) {
  if (!(error instanceof OnleesbaarBestand)) throw error;
  stuur({ soort: 'onleesbaar', code: error.code, melding: error.message, plaats: error.plaats });
} finally {
  await db.destroy();
  port.close();
}

async function controleer(): Promise<void> {
  const { aanleveringId, grootte, modus, foutenTeBewaren } = opdracht;
  const bestand = new GemetenBestand(new OpgeslagenBestand(db, aanleveringId, grootte));
  const soort = soorten[opdracht.soort];
  const lijstControle = maakLijstControle(soort, await leesLijsten(opdracht.waardelijstenDir));
  const { formaat, lees } = await kiesLezer(bestand, soort, leesHulp(opdracht.mapping), (mapping) =>
    stuur({ soort: 'mapping', mapping }),
  );
  stuur({ soort: 'formaat', formaat });
  const gelezen = lees(bestand, opdracht.vanaf);
  for await (const partij of maakPartijen({ soort, modus, lijstControle }, gelezen, foutenTeBewaren)) {
    while (onderweg >= vooruit) await once(port, 'message');
    onderweg++;
    // A batch in the making is more than a message can hold.
    const { records, verwijderingen, geweigerd, fouten, aantallen, blad, telling, volgende } = partij;
    const gelezenBytes = volgende.byte >= grootte ? grootte : Math.max(volgende.byte, bestand.positie);
    const inhoud = { records, verwijderingen, geweigerd, fouten, aantallen, blad, telling, volgende };
    stuur({ soort: 'partij', partij: { ...inhoud, gelezenBytes } });
  }
}

function stuur(bericht: DraadBericht): void {
  port.postMessage(bericht);
}
