import type { Bestand } from '../../activities/aanlevering/bestand.ts';

/** A file in memory, handed out in pieces of `stuk` bytes: small ones cut through every character and tag. */
export function geheugenBestand(inhoud: Uint8Array | string, stuk = 1024 * 1024): Bestand {
  const bytes = Buffer.from(inhoud as string);
  return {
    grootte: bytes.length,
    lees: (van, lengte) => Promise.resolve(bytes.subarray(van, van + lengte)),
    async *stroom(vanaf = 0) {
      for (let i = vanaf; i < bytes.length; i += stuk)
        yield await Promise.resolve(bytes.subarray(i, i + stuk));
    },
  };
}
