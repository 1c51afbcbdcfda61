import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { BronFout, ongeldig } from './bron-fout.ts';

/** Far more than a search question needs; what is larger is no question. */
const HOOGSTENS_BYTES = 256 * 1024;

/** The body of a request that says it is JSON. Throws `BronFout` when it is something else, empty or too large. */
export async function ontvangJson(verzoek: IncomingMessage): Promise<Buffer> {
  if (!/^application\/json\s*(;|$)/i.test(verzoek.headers['content-type'] ?? '')) {
    throw ongeldig('De inhoud moet application/json zijn.');
  }
  if ((verzoek.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw ongeldig('De inhoud mag niet gecomprimeerd zijn.');
  }
  const bytes = await ontvang(verzoek);
  if (bytes.length === 0) throw new BronFout('400.02', 'De inhoud ontbreekt.');
  return bytes;
}

/** What the bytes say. Throws `BronFout` when they are no JSON in UTF-8. */
export function leesJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw ongeldig('De inhoud is geen UTF-8.');
  try {
    return JSON.parse(bytes.toString()) as unknown;
  } catch {
    throw ongeldig('De inhoud is geen geldige JSON.');
  }
}

/** Reads to the end even what is too large, so that the caller gets its answer instead of a broken connection. */
function ontvang(verzoek: IncomingMessage): Promise<Buffer> {
  return new Promise((klaar, mislukt) => {
    const stukken: Buffer[] = [];
    let lengte = 0;
    verzoek.on('data', (stuk: Buffer) => {
      lengte += stuk.length;
      if (lengte > HOOGSTENS_BYTES) stukken.length = 0;
      else stukken.push(stuk);
    });
    verzoek.on('end', () => {
      if (lengte > HOOGSTENS_BYTES) mislukt(ongeldig(`De inhoud is groter dan ${HOOGSTENS_BYTES} bytes.`));
      else klaar(stukken.length === 1 && stukken[0] ? stukken[0] : Buffer.concat(stukken));
    });
    verzoek.on('error', () => mislukt(ongeldig('De inhoud is niet volledig ontvangen.')));
  });
}
