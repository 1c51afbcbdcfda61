import { isUtf8 } from 'node:buffer';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from '../../bestand.ts';
import { telBytes } from './byte-telling.ts';

export interface Codering {
  readonly naam: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  /** Bytes of the byte order mark, which is no part of the text. */
  readonly bom: number;
}

/**
 * Tells the character encoding of a text file from all of its bytes, before a single row is handed out:
 * a byte order mark decides; else zero bytes in every other place mean UTF-16; else it is UTF-8 when every
 * byte is valid UTF-8 (text in another encoding practically never is); else Windows-1252, the encoding in
 * which Excel saves "CSV", when that is plausible. What remains is refused: a wrong guess garbles names.
 */
export async function herkenCodering(bestand: Bestand): Promise<Codering> {
  const begin = await bestand.lees(0, 4096);
  const utf16 = alsUtf16(begin);
  if (utf16 !== undefined) return utf16;
  const bom = begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf ? 3 : 0;
  if (await isGeheelUtf8(bestand)) return { naam: 'utf-8', bom };
  const { geldig, ongeldig, eersteRegel, vreemd } = await telBytes(bestand);
  if (bom > 0 || geldig * 10 > ongeldig) {
    throw new OnleesbaarBestand(
      'bestand-codering',
      `Dit bestand lijkt UTF-8, maar op regel ${eersteRegel} staan tekens die daarin niet kunnen. Sla het opnieuw op als "CSV UTF-8" en lever het dan nog eens aan.`,
      { regel: eersteRegel },
    );
  }
  if (vreemd !== undefined) {
    throw new OnleesbaarBestand(
      'bestand-codering',
      `De tekens van dit bestand zijn niet met zekerheid te lezen (regel ${vreemd}). Sla het op als "CSV UTF-8" en lever het dan nog eens aan.`,
      { regel: vreemd },
    );
  }
  return { naam: 'windows-1252', bom: 0 };
}

/** UTF-16 by its mark, or by its zero bytes: half of the bytes of Western text are zero, all on one side. */
export function alsUtf16(begin: Uint8Array): Codering | undefined {
  if (begin[0] === 0xff && begin[1] === 0xfe) return { naam: 'utf-16le', bom: 2 };
  if (begin[0] === 0xfe && begin[1] === 0xff) return { naam: 'utf-16be', bom: 2 };
  const nullen = [0, 0];
  for (const [i, byte] of begin.entries()) if (byte === 0) nullen[i % 2] = (nullen[i % 2] ?? 0) + 1;
  const [even = 0, oneven = 0] = nullen;
  if (oneven > begin.length * 0.3 && even === 0) return { naam: 'utf-16le', bom: 0 };
  if (even > begin.length * 0.3 && oneven === 0) return { naam: 'utf-16be', bom: 0 };
  return undefined;
}

async function isGeheelUtf8(bestand: Bestand): Promise<boolean> {
  let rest = Buffer.alloc(0);
  for await (const stuk of bestand.stroom()) {
    const bytes =
      rest.length === 0
        ? Buffer.from(stuk.buffer, stuk.byteOffset, stuk.length)
        : Buffer.concat([rest, stuk]);
    const heel = bytes.length - onaf(bytes);
    if (!isUtf8(bytes.subarray(0, heel))) return false;
    rest = Buffer.from(bytes.subarray(heel));
  }
  return rest.length === 0;
}

/** Bytes at the end that may be the beginning of a character: the next piece brings the others. */
function onaf(bytes: Uint8Array): number {
  for (let terug = 1; terug <= Math.min(3, bytes.length); terug++) {
    const byte = bytes[bytes.length - terug] ?? 0;
    if (byte >= 0xc0) return terug < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? terug : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}
