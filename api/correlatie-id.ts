import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { bevatBsn } from '../domain/validatie/bsn.ts';

export const correlatieHeader = 'X-Correlation-ID';

/** The id that follows a request through logs, workflow and VUM call: the caller's own where it is one, and no BSN. */
export function correlatieIdVan({ headers }: IncomingMessage): string {
  const gegeven = headers['x-correlation-id'];
  if (typeof gegeven !== 'string') return randomUUID();
  return /^[0-9A-Za-z._-]{8,64}$/.test(gegeven) && !bevatBsn(gegeven) ? gegeven : randomUUID();
}
