import { randomBytes } from 'node:crypto';
import { request } from 'undici';
import { postcoderegios } from '../../../../domain/selectie/postcodes.ts';
import {
  startVumSimulator,
  type DraaiendeSimulator,
  type ServerOpties,
} from '../../../../ops/local/vum-simulator/start-vum-simulator.ts';

export const koppen = {
  'API-Version': '3.0.0',
  'X-VUM-berichtVersie': '3.0.0',
  'X-VUM-fromParty': '00000009990000000001',
  'X-VUM-toParty': '00000009990000000200',
  'X-VUM-viaParty': '00000009990000000100',
};
export const heelNederland = { selectiegebied: { postcode: '3511XX', afstand: 400 } };

export function startSimulator(opties: Partial<ServerOpties> = {}): Promise<DraaiendeSimulator> {
  return startVumSimulator({
    port: 0,
    sleutel: randomBytes(32),
    postcodes: postcoderegios,
    bronnen: [{ type: 'demo' }],
    ...opties,
  });
}

interface Antwoord {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly json: unknown;
}

/** One call with the headers of the contract, unless others are given. */
export async function roep(
  url: string,
  opties: { body?: unknown; headers?: Record<string, string>; methode?: 'GET' | 'POST' | 'PUT' } = {},
): Promise<Antwoord> {
  const { body } = opties;
  const antwoord = await request(url, {
    method: opties.methode ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(opties.headers ?? koppen),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
  });
  const tekst = await antwoord.body.text();
  return {
    status: antwoord.statusCode,
    headers: antwoord.headers,
    json: tekst === '' ? undefined : (JSON.parse(tekst) as unknown),
  };
}

export interface Zoekresultaat {
  readonly vraagID: string;
  readonly maximumAantalResultatenBereikt: boolean;
  readonly matches: readonly ({ readonly vumID: string } & Record<string, unknown>)[];
}

export async function zoek(
  url: string,
  pad: string,
  vraagObject: object = heelNederland,
  headers: Record<string, string> = koppen,
): Promise<Zoekresultaat> {
  const { status, json } = await roep(`${url}/${pad}/matches`, { body: { vraagObject }, headers });
  if (status !== 200) throw new Error(`search answered ${status}: ${JSON.stringify(json)}`);
  return json as Zoekresultaat;
}
