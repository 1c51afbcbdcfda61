import type { Bestand } from '../../bestand.ts';

export interface ByteTelling {
  /** Characters of more than one byte that are valid UTF-8, and bytes that are not. */
  readonly geldig: number;
  readonly ongeldig: number;
  /** Line of the first byte that is not UTF-8. */
  readonly eersteRegel: number;
  /** Line of the first byte that Windows-1252 does not have, or has where no text would. */
  readonly vreemd: number | undefined;
}

const TEKST = 0;
/** Control characters, and the five places that Windows-1252 leaves empty. */
const GEEN_TEKST = 1;
/**
 * Signs such as ‚ ƒ „ † ‡ ˆ ‰ ‹ do not follow a letter in Windows-1252; in the code pages of DOS these bytes
 * are letters (é, â, ä, ë, ï): "Zo‰" is how the "Zoë" of such an export would be read.
 */
const NIET_NA_LETTER = 2;

const SOORT = new Uint8Array(256).fill(TEKST);
SOORT.fill(GEEN_TEKST, 0, 32);
for (const byte of [9, 10, 12, 13, 26]) SOORT[byte] = TEKST;
for (const byte of [0x81, 0x8d, 0x8f, 0x90, 0x9d]) SOORT[byte] = GEEN_TEKST;
for (const byte of [0x82, 0x83, 0x84, 0x86, 0x87, 0x88, 0x89, 0x8b]) SOORT[byte] = NIET_NA_LETTER;

/** Looks at every byte of a file that is not UTF-8, to tell a damaged UTF-8 file from one in Windows-1252. */
export async function telBytes(bestand: Bestand): Promise<ByteTelling> {
  let geldig = 0;
  let ongeldig = 0;
  let eersteRegel = 0;
  let vreemd: number | undefined;
  let regel = 1;
  let volgt = 0;
  let vorige = 0;
  const mis = (): void => {
    if (ongeldig++ === 0) eersteRegel = regel;
  };
  for await (const stuk of bestand.stroom()) {
    for (const byte of stuk) {
      if (volgt > 0 && byte >= 0x80 && byte < 0xc0) {
        if (--volgt === 0) geldig++;
      } else {
        if (volgt > 0) mis();
        volgt = vervolgBytes(byte);
        if (volgt === 0 && byte >= 0x80) mis();
      }
      const soort = SOORT[byte];
      if (soort === GEEN_TEKST || (soort === NIET_NA_LETTER && isLetter(vorige))) vreemd ??= regel;
      if (byte === 10) regel++;
      vorige = byte;
    }
  }
  if (volgt > 0) mis();
  return { geldig, ongeldig, eersteRegel, vreemd };
}

/** How many bytes follow this one in a UTF-8 character; 0 when it begins none. */
function vervolgBytes(byte: number): number {
  if (byte < 0xc2 || byte > 0xf4) return 0;
  return byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
}

function isLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}
