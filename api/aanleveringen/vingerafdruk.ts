import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { UploadAfgebroken } from '../../domain/aanleveringen/fouten.ts';
import { DomainError } from '../../domain/errors.ts';

/** How long a file may come in that UM has already, in milliseconds: as long as one that it still has to get. */
const langsteMs = 2 * 3_600_000;

/**
 * The SHA-256 of a file that UM has already, read to its end and kept nowhere: many clients read no answer before they
 * have sent everything. Undefined for one of more than `maxBytes`. Throws `UploadAfgebroken`.
 */
export async function vingerafdruk(inhoud: Readable, maxBytes: number): Promise<string | undefined> {
  const hash = createHash('sha256');
  const teLang = setTimeout(() => inhoud.destroy(new UploadAfgebroken()), langsteMs);
  let bytes = 0;
  try {
    const stukken = inhoud.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
    for await (const stuk of stukken) {
      bytes += stuk.length;
      if (bytes > maxBytes) return undefined;
      hash.update(stuk);
    }
    return hash.digest('hex');
  } catch (error) {
    throw error instanceof DomainError ? error : new UploadAfgebroken({ cause: error });
  } finally {
    clearTimeout(teLang);
  }
}
