import { Agent, type Dispatcher } from 'undici';
import { VumTeLaat, type VumBericht } from '../../domain/vum-fouten.ts';
import { foutBijVerbinding } from './fout-bij-verbinding.ts';

/** PEM texts for mutual TLS (PKIoverheid); the OIN stands in the client certificate's serialNumber. */
export interface VumTls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** One call: what to send, how long it may take in all (ms), how many bytes the answer may have. */
interface VumAanroep {
  readonly bericht: VumBericht;
  readonly method: 'GET' | 'POST';
  readonly pad: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly tijdMs: number;
  readonly maxBytes: number;
}

/** An answer as it came; `body` is undefined when it was larger than allowed (and was cut off). */
export interface RuwAntwoord {
  readonly status: number;
  readonly contentType: string;
  /** Empty for an answer as it is. */
  readonly contentEncoding: string;
  readonly body: Uint8Array | undefined;
}

export interface VumVerbinding {
  stuur(aanroep: VumAanroep, signal?: AbortSignal): Promise<RuwAntwoord>;
  sluit(): Promise<void>;
}

interface VerbindingOpties {
  readonly baseUrl: string;
  readonly tls?: VumTls | undefined;
  readonly verbindenMs: number;
  /** Sockets at most, each with one question at a time. */
  readonly verbindingen: number;
}

/** Opens a pool to VUM: TLS 1.2 or better, no redirects followed, every wait and every answer bounded. */
export function openVumVerbinding(opties: VerbindingOpties): VumVerbinding {
  const basis = new URL(opties.baseUrl);
  const prefix = basis.pathname.replace(/\/+$/, '');
  const agent = new Agent({
    connections: opties.verbindingen,
    pipelining: 1,
    connect: { ...opties.tls, minVersion: 'TLSv1.2', timeout: opties.verbindenMs },
  });

  async function stuur(aanroep: VumAanroep, signal?: AbortSignal): Promise<RuwAntwoord> {
    signal?.throwIfAborted();
    const einde = AbortSignal.timeout(aanroep.tijdMs);
    try {
      const { statusCode, headers, body } = await agent.request({
        origin: basis.origin,
        path: prefix + aanroep.pad,
        method: aanroep.method,
        headers: aanroep.headers,
        body: aanroep.body ?? null,
        headersTimeout: aanroep.tijdMs,
        bodyTimeout: aanroep.tijdMs,
        signal: signal === undefined ? einde : AbortSignal.any([signal, einde]),
      });
      return {
        status: statusCode,
        contentType: String(headers['content-type'] ?? ''),
        contentEncoding: String(headers['content-encoding'] ?? ''),
        body: await lees(body, aanroep.maxBytes),
      };
    } catch (fout) {
      // Whoever cancelled the call gets the reason back; that is no failure of VUM.
      signal?.throwIfAborted();
      if (einde.aborted) throw new VumTeLaat({ bericht: aanroep.bericht, reden: 'tijd-om' });
      throw foutBijVerbinding(aanroep.bericht, fout);
    }
  }

  return { stuur, sluit: () => agent.destroy() };
}

/** The whole body, or undefined once it is over `maxBytes`; the connection is then dropped. */
async function lees(
  body: Dispatcher.ResponseData['body'],
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const delen: Uint8Array[] = [];
  let bytes = 0;
  for await (const deel of body as AsyncIterable<Uint8Array>) {
    bytes += deel.byteLength;
    // Leaving the loop destroys the stream, and with it the socket.
    if (bytes > maxBytes) return undefined;
    delen.push(deel);
  }
  return Buffer.concat(delen, bytes);
}
