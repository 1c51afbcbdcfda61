/**
 * A thread that reads, validates and stores its share of a file: work for the processor and the disk, away from the
 * event loop that heartbeats and workflows live on. It stores a batch when its turn has come, so that the batches of
 * all threads lie in the order of the file. One file after another; between files it waits.
 */
import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { Knex } from 'knex';
import { connect } from '../../../db/connect.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { maakLijstControle } from '../../../domain/validatie/lijst-fouten.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { AanleveringInAndereHanden } from '../andere-handen.ts';
import { bewaarPartij } from '../bewaar-partij.ts';
import { GemetenBestand } from '../gemeten-bestand.ts';
import { kiesLezer } from '../kies-lezer.ts';
import { leesHulp } from '../mapping/mapping-hulp.ts';
import { OpgeslagenBestand } from '../opgeslagen-bestand.ts';
import type { Formaat } from '../tabel/herken/formaat.ts';
import { leesLijsten } from '../waardelijsten/lees-lijsten.ts';
import type { DraadBericht, DraadOpdracht, Schrijfbeurt } from './draad-berichten.ts';
import { maakPartijen } from './maak-partijen.ts';
import { Verdeling } from './verdeling.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;

/** Of a workbook reading takes more than the rest: to have two threads do it would gain nothing. */
const isWerkmap = (formaat: Formaat): boolean => formaat === 'xlsx' || formaat === 'ods';

for (;;) {
  const [opdracht] = (await once(port, 'message')) as [DraadOpdracht];
  const db = connect(opdracht.databaseUrl, 1);
  try {
    await verwerk(db, opdracht);
  } finally {
    await db.destroy();
  }
}

async function verwerk(db: Knex, opdracht: DraadOpdracht): Promise<void> {
  try {
    await leesEnBewaar(db, opdracht);
    meld({ soort: 'klaar' });
  } catch (error) {
    if (error instanceof AanleveringInAndereHanden) {
      meld({ soort: 'andere-handen' });
    } else if (error instanceof OnleesbaarBestand) {
      await beurt();
      meld({ soort: 'onleesbaar', code: error.code, melding: error.message, plaats: error.plaats });
    } else throw error;
  }
}

async function leesEnBewaar(db: Knex, opdracht: DraadOpdracht): Promise<void> {
  const { upload, aandeel, vanaf, foutenTeBewaren } = opdracht;
  const { modus, bytes: grootte } = upload;
  const bestand = new GemetenBestand(new OpgeslagenBestand(db, upload.id, grootte));
  const soort = soorten[upload.soort];
  const lijstControle = maakLijstControle(soort, await leesLijsten(opdracht.waardelijstenDir));
  const { formaat, lees } = await kiesLezer(bestand, soort, leesHulp(opdracht.mapping), (mapping) =>
    meld({ soort: 'mapping', mapping }),
  );
  const van = isWerkmap(formaat) ? 1 : aandeel.van;
  meld({ soort: 'formaat', formaat, delers: van });
  if (aandeel.wie >= van) return;
  const gelezen = lees(bestand, vanaf, new Verdeling({ wie: aandeel.wie, van }));
  for await (const partij of maakPartijen({ soort, modus, lijstControle }, gelezen, foutenTeBewaren)) {
    const { volgende, telling } = partij;
    const gelezenBytes = volgende.byte >= grootte ? grootte : Math.max(volgende.byte, bestand.positie);
    const { vanByte, nu } = await beurt();
    await bewaarPartij(db, upload, { van: vanByte, gelezenBytes, nu }, partij);
    meld({ soort: 'geschreven', geschreven: { volgende, gelezen: telling.gelezen } });
  }
  await beurt();
}

/** Whoever has written what lies before it in the file lets this thread write. */
async function beurt(): Promise<Schrijfbeurt> {
  meld({ soort: 'gereed' });
  const [schrijfbeurt] = (await once(port, 'message')) as [Schrijfbeurt];
  return schrijfbeurt;
}

function meld(bericht: DraadBericht): void {
  port.postMessage(bericht);
}
