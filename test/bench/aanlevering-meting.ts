import { once } from 'node:events';
import { open, stat } from 'node:fs/promises';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { StackDescription } from '../../ops/local/stack-description.ts';
import { stackHome } from '../../ops/local/stack-home.ts';
import { freePortBase, stackPorts } from '../../ops/local/stack-ports.ts';
import { startStack } from '../../ops/local/stack.ts';
import { Geheugen } from './geheugen.ts';
import { Pauzes, Peiling } from './peiling.ts';
import { Proces } from './proces.ts';

export interface AanleveringMeting {
  /** From the first byte of the request until the aanlevering is published. */
  readonly seconden: number;
  /** Of which: until the API answered that it has the file. */
  readonly ontvangst: number;
  /** Peaks of resident memory until then, in bytes. */
  readonly worker: number;
  readonly api: number;
  /** That of the API while it loads what was published, which grows with it by nature. */
  readonly apiGeladen: number;
  /** The longest that the event loop of either stood still, loading included, in milliseconds. */
  readonly workerPauzeMs: number;
  readonly apiPauzeMs: number;
  /** The same of a process beside them that does nothing. */
  readonly stiltePauzeMs: number;
  /** A light GET, before the upload and during it: the middle of all, in milliseconds. */
  readonly rustMs: number;
  readonly drukMs: number;
}

/** All of UM, to upload files to one after the other. */
export interface Opstelling {
  meet(bestand: string): Promise<AanleveringMeting>;
  stop(): Promise<void>;
}

export async function startOpstelling(map: string): Promise<Opstelling> {
  const portBase = await freePortBase();
  const stack = await startStack({ home: stackHome(map), portBase, say: () => undefined, vumBronnen: [] });
  const { api } = stack.description;
  const stilte = new Proces<{ meet: true }, { langstePauzeMs: number }>('stilte.ts');
  const metrieken = {
    api: `${api}/metrics`,
    worker: `http://127.0.0.1:${stackPorts(portBase).workerMetrics}/metrics`,
  };
  // The worker has just bundled its workflows: what that took is given back first.
  await sleep(2_000);
  return {
    async meet(bestand) {
      const token = await haalToken(stack.description);
      const lichtVerzoek = { adres: `${api}/v1/aanleveringen?limiet=1`, token };
      const rust = new Peiling(lichtVerzoek);
      await sleep(2_000);
      const rustMs = await rust.stop();
      const pauzes = { api: new Pauzes(metrieken.api), worker: new Pauzes(metrieken.worker) };
      await Promise.all([pauzes.api.begin(), pauzes.worker.begin(), stilte.vraag({ meet: true })]);
      const geheugen = new Geheugen({ worker: 'activities/main.ts', api: 'api/main.ts' });
      const druk = new Peiling(lichtVerzoek);
      const begin = performance.now();
      const plaats = await upload(api, token, bestand);
      const ontvangst = (performance.now() - begin) / 1000;
      await totGepubliceerd(`${api}${plaats}`, token);
      const seconden = (performance.now() - begin) / 1000;
      const drukMs = await druk.stop();
      const pieken = geheugen.pieken();
      await geheugen.totRustig();
      const [workerPauzeMs, apiPauzeMs] = await Promise.all([pauzes.worker.stop(), pauzes.api.stop()]);
      const { langstePauzeMs: stiltePauzeMs } = await stilte.vraag({ meet: true });
      const { api: apiGeladen } = geheugen.stop();
      const langstePauzes = { workerPauzeMs, apiPauzeMs, stiltePauzeMs };
      return { seconden, ontvangst, ...pieken, apiGeladen, rustMs, drukMs, ...langstePauzes };
    },
    async stop() {
      await Promise.all([stack.stop(), stilte.stop()]);
    },
  };
}

async function haalToken({ issuer, gemeenten }: StackDescription): Promise<string> {
  const gemeente = gemeenten.find(({ rollen }) => rollen.includes('aanleveraar'));
  if (!gemeente) throw new Error('No gemeente may upload');
  const basic = Buffer.from(`${gemeente.clientId}:${gemeente.clientSecret}`).toString('base64');
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

async function upload(api: string, token: string, bestand: string): Promise<string> {
  const verzoek = request(`${api}/v1/aanleveringen?soort=werkzoekende`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      // What it is, UM sees by its content.
      'content-type': 'application/octet-stream',
      'content-length': (await stat(bestand)).size,
    },
  });
  const antwoord = once(verzoek, 'response') as Promise<[IncomingMessage]>;
  const [[response]] = await Promise.all([antwoord, stuur(bestand, verzoek)]);
  const body = await json(response);
  if (response.statusCode !== 202 || !response.headers.location) {
    throw new Error(`The upload was refused: ${JSON.stringify(body)}`);
  }
  return response.headers.location;
}

/** Sends with one piece of memory: the sender runs elsewhere in earnest, and must not cost UM its processors here. */
async function stuur(bestand: string, verzoek: ClientRequest): Promise<void> {
  const stuk = Buffer.allocUnsafeSlow(1024 * 1024);
  const schrijf = promisify((deel: Buffer, klaar: (fout?: Error | null) => void) =>
    verzoek.write(deel, klaar),
  );
  await using file = await open(bestand);
  for (;;) {
    const { bytesRead } = await file.read(stuk);
    if (bytesRead === 0) break;
    await schrijf(stuk.subarray(0, bytesRead));
  }
  verzoek.end();
}

async function totGepubliceerd(adres: string, token: string): Promise<void> {
  for (;;) {
    const response = await fetch(adres, { headers: { authorization: `Bearer ${token}` } });
    const { status, reden } = (await response.json()) as { status: string; reden?: object };
    if (status === 'gepubliceerd') return;
    if (status !== 'wacht' && status !== 'controle') {
      throw new Error(`The upload ended as ${status}: ${JSON.stringify(reden)}`);
    }
    await sleep(50);
  }
}
