import { open } from 'node:fs/promises';
import { Agent, request, type Dispatcher } from 'undici';
import type { Vraag } from './bron-vulling.ts';

/** PEM texts. */
export interface Tls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** One run of questions. */
export interface LastOpdracht {
  readonly adres: string;
  readonly tls: Tls;
  readonly vragen: readonly Vraag[];
  readonly verbindingen: number;
  readonly seconden: number;
}

export interface LastMeting {
  readonly perSeconde: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly gemiddeldBytes: number;
  readonly fouten: number;
}

/** The request that both servers get; the bare one finds its answer by the number. */
export function verzoek(gesteld: Vraag | undefined, nummer: number): Dispatcher.RequestOptions {
  return {
    method: 'POST',
    path: '/werkzoekendeProfielen/matches',
    body: gesteld?.lichaam ?? '',
    headers: {
      'Content-Type': 'application/json',
      'API-Version': '3.0.0',
      'X-VUM-berichtVersie': '3.0.0',
      'X-VUM-fromParty': '00000001000000000020',
      'X-VUM-toParty': gesteld?.oin ?? '',
      'X-VUM-viaParty': '00000001000000000030',
      'X-VUM-SUWIparty': 'true',
      'X-Vraag': String(nummer),
    },
  };
}

/** Asks every question once and keeps the answers in a file, for the bare route to send. */
export async function bewaarAntwoorden(
  adres: string,
  tls: Tls,
  vragen: readonly Vraag[],
  bestand: string,
): Promise<{ bestand: string; lengten: number[] }> {
  const agent = new Agent({ connect: tls });
  const uit = await open(bestand, 'w');
  const lengten: number[] = [];
  for (const [nummer, vraag] of vragen.entries()) {
    const { path, ...rest } = verzoek(vraag, nummer);
    const antwoord = await request(adres + path, { dispatcher: agent, ...rest });
    const bytes = Buffer.from(await antwoord.body.arrayBuffer());
    if (antwoord.statusCode !== 200) throw new Error(`Status ${antwoord.statusCode}: ${bytes.toString()}`);
    await uit.write(bytes);
    lengten.push(bytes.length);
  }
  await uit.close();
  await agent.close();
  return { bestand, lengten };
}
