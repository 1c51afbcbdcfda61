import { readFileSync } from 'node:fs';
import { setTimeout as wacht } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { Agent, request } from 'undici';
import { soorten } from '../../../domain/soorten/soorten.ts';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import type { StackDescription } from '../stack-description.ts';
import { Uitleg } from '../uitleg.ts';

const maxWachtMs = 60_000;

/** Resolves when the bron listener answers with these very records: a new publicatie takes over as a whole. */
export async function wachtOpBron(
  stack: Pick<StackDescription, 'bron' | 'bronClient'>,
  oin: string,
  records: Readonly<Record<SoortNaam, readonly Readonly<Record<string, unknown>>[]>>,
): Promise<void> {
  const { ca, cert, key, headers } = stack.bronClient;
  const lees = (bestand: string): string => readFileSync(bestand, 'utf8');
  const dispatcher = new Agent({ connect: { ca: lees(ca), cert: lees(cert), key: lees(key) } });
  const uiterlijk = Date.now() + maxWachtMs;
  try {
    for (const soort of Object.values(soorten)) {
      const laatste = records[soort.naam].at(-1);
      const url = `${stack.bron}/${soort.vum.pad}/${String(laatste?.[soort.idVeld])}`;
      for (;;) {
        const antwoord = await request(url, { dispatcher, headers: { ...headers, 'X-VUM-toParty': oin } });
        const record: unknown = await antwoord.body.json();
        if (antwoord.statusCode === 200 && isDeepStrictEqual(record, laatste)) break;
        if (Date.now() > uiterlijk) {
          throw new Uitleg(
            `De bron van UM geeft de nieuwe ${soort.meervoud} niet terug (status ${antwoord.statusCode}): kijk in het log van de API.`,
          );
        }
        await wacht(100);
      }
    }
  } finally {
    await dispatcher.close();
  }
}
