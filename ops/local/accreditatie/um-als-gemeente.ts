import { setTimeout as wacht } from 'node:timers/promises';
import { Uitleg } from '../uitleg.ts';
import type { StackDescription } from '../stack-description.ts';

const maxWachtMs = 180_000;
const tussenpozeMs = 250;
const bezig = new Set(['ontvangst', 'wacht', 'controle']);

/** UM's API, with the token of one gemeente's own system. */
export interface UmAlsGemeente {
  /** Uploads records as NDJSON and resolves when they are published. Throws `Uitleg` when they are not. */
  publiceer(soort: string, records: readonly unknown[]): Promise<void>;
}

export async function logInAlsGemeente(
  stack: Pick<StackDescription, 'api' | 'issuer'>,
  gemeente: StackDescription['gemeenten'][number],
): Promise<UmAlsGemeente> {
  const token = await haalToken(stack.issuer, gemeente);
  const vraag = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    const antwoord = await fetch(new URL(url, stack.api), { ...init, headers });
    if (!antwoord.ok) {
      throw new Uitleg(`UM antwoordt ${antwoord.status} op ${url}: ${(await antwoord.text()).slice(0, 500)}`);
    }
    return antwoord;
  };

  return {
    async publiceer(soort, records) {
      const ontvangen = await vraag(`/v1/aanleveringen?soort=${soort}&fouten=weiger`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: records.map((record) => `${JSON.stringify(record)}\n`).join(''),
      });
      const plaats = ontvangen.headers.get('location') ?? '';
      const uiterlijk = Date.now() + maxWachtMs;
      for (;;) {
        const { status } = (await (await vraag(plaats)).json()) as { status: string };
        if (status === 'gepubliceerd') return;
        if (!bezig.has(status)) {
          const fouten = await (await vraag(`${plaats}/fouten`)).text();
          throw new Uitleg(`De aanlevering van soort ${soort} is ${status}: ${fouten.slice(0, 1000)}`);
        }
        if (Date.now() > uiterlijk) {
          throw new Uitleg(
            `De aanlevering van soort ${soort} is na drie minuten nog niet klaar (${status}).`,
          );
        }
        await wacht(tussenpozeMs);
      }
    },
  };
}

async function haalToken(
  issuer: string,
  { clientId, clientSecret, naam }: StackDescription['gemeenten'][number],
): Promise<string> {
  const antwoord = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  if (!antwoord.ok)
    throw new Uitleg(`Inloggen als ${naam} lukt niet: ${issuer} antwoordt ${antwoord.status}.`);
  return ((await antwoord.json()) as { access_token: string }).access_token;
}
