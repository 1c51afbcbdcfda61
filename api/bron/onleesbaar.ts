import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'node:https';
import type { Duplex } from 'node:stream';
import { vasteHeaders } from './bericht.ts';
import { ongeldig, type BronFout } from './bron-fout.ts';

/**
 * Gives what Node refuses before there is a request the form of the contract too: Node itself would answer with a
 * status that the contract does not have (408, 417, 431) or without headers and body.
 */
export function antwoordOpOnleesbaar(
  server: Server,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  const lopend = new WeakMap<Duplex, ServerResponse>();
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) =>
    lopend.set(socket, response),
  );
  // An expectation that we do not know is ignored, as everything unknown is.
  server.on('checkExpectation', handler);
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => weiger(socket, onleesbaar()));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    const fout = vanHttp(error);
    const antwoord = lopend.get(socket);
    const halverwege = antwoord !== undefined && antwoord.headersSent && !antwoord.writableFinished;
    if (fout && !halverwege && socket.writable) weiger(socket, fout);
    else socket.destroy();
  });
}

/** Undefined for what is no fault in HTTP: a failed handshake or a broken connection, which no answer reaches. */
function vanHttp({ code = '' }: NodeJS.ErrnoException): BronFout | undefined {
  if (code === 'HPE_HEADER_OVERFLOW') return ongeldig('De headers zijn te groot.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return ongeldig('Het verzoek kwam niet op tijd binnen.');
  return code.startsWith('HPE_') ? onleesbaar() : undefined;
}

const onleesbaar = () => ongeldig('Het verzoek is geen geldig HTTP-verzoek.');

function weiger(socket: Duplex, fout: BronFout): void {
  const lichaam = JSON.stringify(fout.lichaam);
  const headers = {
    ...vasteHeaders,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(lichaam)),
    Connection: 'close',
  };
  const regels = Object.entries(headers).map(([naam, waarde]) => `${naam}: ${waarde}\r\n`);
  socket.end(`HTTP/1.1 ${fout.status} Bad Request\r\n${regels.join('')}\r\n${lichaam}`, () =>
    socket.destroy(),
  );
}
