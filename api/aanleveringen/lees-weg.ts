import type { Context } from 'koa';

/** How long a file may come in that UM has already, in milliseconds: as long as one that it still has to get. */
const langsteMs = 2 * 3_600_000;

/**
 * Reads a file that UM has already to its end and drops it: many clients read no answer before they have sent
 * everything, and take a connection that closes meanwhile for a failure. Stops at what is too much or too long.
 */
export async function leesWeg({ req }: Context, maxBytes: number): Promise<void> {
  if (req.complete || req.destroyed || Number(req.headers['content-length']) > maxBytes) return;
  let bytes = 0;
  await new Promise<void>((klaar) => {
    const teLang = setTimeout(klaar, langsteMs);
    req.once('end', klaar);
    req.once('close', () => {
      clearTimeout(teLang);
      klaar();
    });
    req.on('data', (stuk: Buffer) => {
      bytes += stuk.length;
      if (bytes > maxBytes) klaar();
    });
  });
}
