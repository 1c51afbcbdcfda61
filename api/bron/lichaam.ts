import type { IncomingMessage } from 'node:http';
import { BronFout, ongeldig } from './bron-fout.ts';

/** Far more than a search question needs; what is larger is no question. */
const HOOGSTENS_BYTES = 256 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON body of a request. Throws `BronFout` when it is something else, or too large. */
export async function leesJson(verzoek: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(verzoek.headers['content-type'] ?? '')) {
    throw ongeldig('De inhoud moet application/json zijn.');
  }
  if ((verzoek.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw ongeldig('De inhoud mag niet gecomprimeerd zijn.');
  }
  const bytes = await leesBytes(verzoek);
  if (bytes.length === 0) throw new BronFout('400.02', 'De inhoud ontbreekt.');
  try {
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch {
    throw ongeldig('De inhoud is geen geldige JSON in UTF-8.');
  }
}

/** Reads to the end even what is too large, so that the caller gets its answer instead of a broken connection. */
function leesBytes(verzoek: IncomingMessage): Promise<Buffer> {
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
