/**
 * A thread that reads, validates and stores its share of a file: work for the processor and the disk, away from the
 * event loop that heartbeats and workflows live on. It stores a batch when its turn has come, so that the batches of
 * all threads lie in the order of the file. One file after another; between files it waits.
 */
import { on } from 'node:events';
import { type MessagePort, parentPort } from 'node:worker_threads';
import type { Knex } from 'knex';
import { connectWriter } from '../../../db/connect.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import { maakLijstControle } from '../../../domain/validatie/lijst-fouten.ts';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import { AanleveringInAndereHanden } from '../andere-handen.ts';
import { bewaarPartij } from '../bewaar-partij.ts';
import { GemetenBestand } from '../gemeten-bestand.ts';
import { kiesLezer } from '../kies-lezer.ts';
import type { GelezenRecord } from '../lezer.ts';
import { leesHulp } from '../mapping/mapping-hulp.ts';
import { OpgeslagenBestand } from '../opgeslagen-bestand.ts';
import { openWerkboek } from '../open-werkboek.ts';
import { bedienRijen } from '../rijen/bedien-rijen.ts';
import { WerkboekUitDraad } from '../rijen/werkboek-uit-draad.ts';
import { tabelLezers } from '../tabel/lees-tabel.ts';
import { leesLijsten } from '../waardelijsten/lees-lijsten.ts';
import type { DraadBericht, DraadOpdracht, Schrijfbeurt } from './draad-berichten.ts';
import { maakPartijen } from './maak-partijen.ts';
import { Verdeling } from './verdeling.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
/** Keeps what comes in while nobody asks for it. */
const berichten = on(port, 'message')[Symbol.asyncIterator]();

for (;;) {
  const opdracht = (await volgende()) as DraadOpdracht;
  const db = connectWriter(opdracht.databaseUrl);
  try {
    await verwerk(db, opdracht);
  } finally {
    opdracht.naarAnder?.close();
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
  const { upload, aandeel, naarAnder } = opdracht;
  const bestand = new GemetenBestand(new OpgeslagenBestand(db, upload.id, upload.bytes));
  const soort = soorten[upload.soort];
  let werkboek: WerkboekUitDraad | undefined;
  const openElders = async (port: MessagePort) => (werkboek = await WerkboekUitDraad.open(port));
  const { formaat, lees } = await kiesLezer(
    bestand,
    soort,
    leesHulp(opdracht.mapping),
    (mapping) => meld({ soort: 'mapping', mapping }),
    (van, tabel) =>
      naarAnder === undefined || tabel === tabelLezers.csv ? openWerkboek(van, tabel) : openElders(naarAnder),
  );
  // Of a workbook reading costs as much as the rest: one thread does the one, another the other.
  const isWerkmap = formaat === 'xlsx' || formaat === 'ods';
  const van = isWerkmap ? 1 : aandeel.van;
  meld({ soort: 'formaat', formaat, delers: van });
  if (isWerkmap && naarAnder !== undefined && aandeel.wie > 0) {
    const open = () => openWerkboek(bestand, tabelLezers[formaat]);
    return bedienRijen(naarAnder, open, () => bestand.positie);
  }
  const gelezen = lees(bestand, opdracht.vanaf, new Verdeling({ wie: aandeel.wie, van }));
  await bewaarAlles(db, opdracht, gelezen, () => werkboek?.positie ?? bestand.positie);
}

async function bewaarAlles(
  db: Knex,
  { upload, foutenTeBewaren, waardelijstenDir }: DraadOpdracht,
  gelezen: AsyncIterable<GelezenRecord>,
  positie: () => number,
): Promise<void> {
  const { modus, bytes } = upload;
  const soort = soorten[upload.soort];
  const lijstControle = maakLijstControle(soort, await leesLijsten(waardelijstenDir));
  for await (const partij of maakPartijen({ soort, modus, lijstControle }, gelezen, foutenTeBewaren)) {
    const { volgende, telling } = partij;
    const gelezenBytes = volgende.byte >= bytes ? bytes : Math.max(volgende.byte, positie());
    const { vanByte, nu } = await beurt();
    await bewaarPartij(db, upload, { van: vanByte, gelezenBytes, nu }, partij);
    meld({ soort: 'geschreven', geschreven: { volgende, gelezen: telling.gelezen } });
  }
  await beurt();
}

/** Whoever has written what lies before it in the file lets this thread write. */
async function beurt(): Promise<Schrijfbeurt> {
  meld({ soort: 'gereed' });
  return (await volgende()) as Schrijfbeurt;
}

async function volgende(): Promise<unknown> {
  const { value } = (await berichten.next()) as { value: [unknown] };
  return value[0];
}

function meld(bericht: DraadBericht): void {
  port.postMessage(bericht);
}
