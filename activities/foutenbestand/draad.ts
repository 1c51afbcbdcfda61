/** The thread that makes one file with faults: work for the processor, away from the event loop of the API. */
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../../db/connect.ts';
import { OpgeslagenBestand } from '../aanlevering/opgeslagen-bestand.ts';
import { leesCsv } from '../aanlevering/tabel/csv/lees-csv.ts';
import { leesOds } from '../aanlevering/tabel/ods/lees-ods.ts';
import { leesXlsx } from '../aanlevering/tabel/xlsx/lees-xlsx.ts';
import { schrijfCsv } from './csv/schrijf-csv.ts';
import { schrijfLijst } from './csv/schrijf-lijst.ts';
import { leesFouten } from './lees-fouten.ts';
import type { DraadBericht, Opdracht } from './opdracht.ts';
import { Uitgang } from './uitgang.ts';
import { schrijfXlsx } from './xlsx/schrijf-xlsx.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
const opdracht = workerData as Opdracht;
const db = connect(opdracht.databaseUrl, 1);
try {
  const fouten = await leesFouten(db, opdracht);
  const bestand = new OpgeslagenBestand(db, opdracht.aanleveringId, opdracht.grootte);
  const uitgang = new Uitgang(port);
  if (opdracht.formaat === 'xlsx') await schrijfXlsx(bestand, leesXlsx, fouten, uitgang);
  else if (opdracht.formaat === 'ods') await schrijfXlsx(bestand, leesOds, fouten, uitgang);
  else if (opdracht.formaat === 'csv') await schrijfCsv(bestand, leesCsv, fouten, uitgang);
  else await schrijfLijst(fouten, uitgang);
  port.postMessage({ soort: 'klaar' } satisfies DraadBericht);
} finally {
  await db.destroy();
  port.close();
}
