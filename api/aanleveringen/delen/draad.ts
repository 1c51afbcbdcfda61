/** The thread that stores the pieces of files that come in. It ends when told to. */
import { parentPort, workerData } from 'node:worker_threads';
import { insertDeel } from '../../../db/aanlevering-delen.ts';
import { connectWriter } from '../../../db/connect.ts';
import type { DeelOpdracht, DeelUitslag } from './berichten.ts';

if (!parentPort) throw new Error('This file is the start of a worker thread');
const port = parentPort;
const db = connectWriter(workerData as string);
port.on('message', (opdracht: DeelOpdracht | 'sluit') => {
  if (opdracht === 'sluit') void db.destroy().then(() => port.close());
  else void bewaar(opdracht);
});

async function bewaar({ nummer, aanleveringId, volgnummer, deel }: DeelOpdracht): Promise<void> {
  let fout: DeelUitslag['fout'];
  try {
    await insertDeel(db, aanleveringId, volgnummer, Buffer.from(deel));
  } catch (error) {
    const { name, message, code } = error as Error & { code?: unknown };
    fout = { name, message, code };
  }
  port.postMessage({ nummer, deel, fout } satisfies DeelUitslag, [deel]);
}
