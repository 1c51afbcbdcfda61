import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import type { Duplex } from 'node:stream';

/** Why there is no request to handle. */
export type Onleesbaar = 'geen-http' | 'headers-te-groot' | 'te-laat';

export interface RuwAntwoord {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly lichaam: object;
}

/**
 * Gives what Node refuses before there is a request an answer of ours: Node itself would send a status alone, or
 * nothing at all.
 */
export function antwoordOpOnleesbaar(
  server: Server | TlsServer,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
  antwoordOp: (reden: Onleesbaar) => RuwAntwoord,
): void {
  const lopend = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
    lopend.set(socket, response),
  );
  // An expectation that we do not know is ignored, as everything unknown is.
  server.on('checkExpectation', handler);
  server.on('connect', (_request: IncomingMessage, socket: Duplex) =>
    weiger(socket, antwoordOp('geen-http')),
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const reden = redenVan(error);
    const antwoord = lopend.get(socket);
    if (reden && !isBeantwoord(antwoord) && socket.writable) weiger(socket, antwoordOp(reden));
    else socket.destroy();
  });
}

/** Whether what went wrong belongs to a request that has its answer, or a part of it: another would be one too many. */
const isBeantwoord = (antwoord: ServerResponse | undefined): boolean =>
  antwoord !== undefined && antwoord.headersSent && !(antwoord.writableFinished && antwoord.req.complete);

/** Undefined for what is no fault in HTTP: a failed handshake or a broken connection, which no answer reaches. */
function redenVan({ code = '' }: NodeJS.ErrnoException): Onleesbaar | undefined {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-te-groot';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'te-laat';
  return code.startsWith('HPE_') ? 'geen-http' : undefined;
}

function weiger(socket: Duplex, { status, headers, lichaam }: RuwAntwoord): void {
  const tekst = JSON.stringify(lichaam);
  const alle = { ...headers, 'Content-Length': String(Buffer.byteLength(tekst)), Connection: 'close' };
  const regels = Object.entries(alle).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${regels.join('')}\r\n${tekst}`, () =>
    socket.destroy(),
  );
}
