import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../../ops/logger.ts';
import { correlatieHeader } from '../correlatie-id.ts';
import { antwoordHeaders } from './bericht.ts';
import { BronFout } from './bron-fout.ts';

/** A status of the contract and the JSON that goes with it. */
export interface Antwoord {
  readonly status: number;
  readonly inhoud: Buffer;
}

/** 401, without a body as the contract has it, for whoever has another certificate than VUM's. */
export const nietVanVum: Antwoord = { status: 401, inhoud: Buffer.alloc(0) };

/** What went wrong, in the contract's own shape of errors; what nobody foresaw is logged and told as 500. */
export function foutantwoord(
  error: unknown,
  { correlatieId, verzoek }: { readonly correlatieId: string; readonly verzoek: string },
  logger: Logger,
): Antwoord {
  if (!(error instanceof BronFout))
    logger.error({ err: error, verzoek, correlatieId }, 'Request of VUM failed');
  const fout = error instanceof BronFout ? error : new BronFout('500.1', 'Er ging iets mis bij de bron.');
  return { status: fout.status, inhoud: Buffer.from(JSON.stringify(fout.lichaam)) };
}

/** Sends an answer with the headers that the contract prescribes, all at once: one by one Node keeps each in a table first. */
export function stuur(
  request: IncomingMessage,
  response: ServerResponse,
  correlatieId: string,
  { status, inhoud }: Antwoord,
): void {
  const headers = antwoordHeaders(request);
  headers.push(correlatieHeader, correlatieId, 'Content-Length', String(inhoud.length));
  if (inhoud.length > 0) headers.push('Content-Type', 'application/json');
  response.writeHead(status, headers);
  response.end(inhoud);
}
