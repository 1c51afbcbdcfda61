import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from '../ops/logger.ts';
import { problemBody, problems, type ProblemCode } from './middleware/problem-details.ts';
import { antwoordOpOnleesbaar, type Onleesbaar, type RuwAntwoord } from './onleesbaar.ts';
import { apiVersion } from './version.ts';

/** The listener of the municipal API. */
export function createApiServer(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
  logger: Logger,
): Server {
  const handler = (request: IncomingMessage, response: ServerResponse) => void handle(request, response);
  // An upload may take two hours to come in; Node would end any request after five minutes.
  // A proxy keeps its connections for a minute: who closes first must not be us, halfway its next request.
  const server = createServer({ requestTimeout: 2 * 3_600_000, keepAliveTimeout: 65_000 }, handler);
  antwoordOpOnleesbaar(server, handler, (reden) => problemOp(reden, logger));
  return server;
}

const weigeringen: Readonly<Record<Onleesbaar, readonly [ProblemCode, string]>> = {
  'geen-http': ['ongeldig-verzoek', 'Het verzoek is geen geldig HTTP-verzoek.'],
  'headers-te-groot': ['headers-te-groot', 'De headers van het verzoek zijn samen groter dan 16 kB.'],
  'te-laat': ['verzoek-te-traag', 'Het verzoek kwam niet op tijd binnen. Probeer het opnieuw.'],
};

function problemOp(reden: Onleesbaar, logger: Logger): RuwAntwoord {
  const [code, detail] = weigeringen[reden];
  const [status, title] = problems[code];
  const correlatieId = randomUUID();
  logger.info({ code, correlatieId }, 'Request refused before it could be read');
  const headers = {
    'API-Version': apiVersion,
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
    'X-Content-Type-Options': 'nosniff',
    'X-Correlation-ID': correlatieId,
  };
  return { status, headers, lichaam: problemBody({ status, code, title, detail, correlatieId }) };
}
