import { once } from 'node:events';
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TestCertificaat } from './test-certificaten.ts';

/** What came in, kept for the test to look at. */
export interface OntvangenVerzoek {
  readonly methode: string;
  readonly pad: string;
  readonly koppen: IncomingMessage['headers'];
  readonly body: string;
  /** The client's port: one for each connection. */
  readonly poort: number | undefined;
  /** The OIN in the client's certificate, where there was one. */
  readonly client?: string;
}

export type Gedrag = (verzoek: OntvangenVerzoek, antwoord: ServerResponse) => void | Promise<void>;

/** A real HTTP server that behaves as the test tells it to: the bad days of VUM. */
export interface NepVum {
  readonly url: string;
  readonly verzoeken: OntvangenVerzoek[];
  gedraag(gedrag: Gedrag): void;
  sluit(): Promise<void>;
}

/** Starts it on a free port; with a certificate it speaks TLS and requires one of the client. */
export async function startNepVum(tls?: TestCertificaat): Promise<NepVum> {
  const verzoeken: OntvangenVerzoek[] = [];
  let gedrag: Gedrag = (_verzoek, antwoord) => void antwoord.writeHead(500).end();

  const ontvang = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    let body = '';
    for await (const deel of req) body += String(deel);
    const client = 'getPeerCertificate' in req.socket ? oinVan(req.socket) : undefined;
    const verzoek = {
      methode: req.method ?? '',
      pad: req.url ?? '',
      koppen: req.headers,
      body,
      poort: req.socket.remotePort,
      ...(client !== undefined && { client }),
    };
    verzoeken.push(verzoek);
    await gedrag(verzoek, res);
  };
  const luister = (req: IncomingMessage, res: ServerResponse): void =>
    void ontvang(req, res).catch(() => res.destroy());
  const server =
    tls === undefined
      ? createHttp(luister)
      : createHttps({ ...tls, requestCert: true, rejectUnauthorized: true }, luister);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `${tls === undefined ? 'http' : 'https'}://localhost:${port}`,
    verzoeken,
    gedraag: (nieuw) => {
      gedrag = nieuw;
    },
    async sluit() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function oinVan(socket: object): string {
  const { subject } = (
    socket as { getPeerCertificate(): { subject?: { serialNumber?: string } } }
  ).getPeerCertificate();
  return subject?.serialNumber ?? '';
}

/** Answers JSON with a status. */
export function json(status: number, inhoud: unknown): Gedrag {
  return (_verzoek, antwoord) =>
    void antwoord.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(inhoud));
}
