import type { Bestand } from '../../activities/aanlevering/bestand.ts';

/** A file for a reader, handed out in pieces as small as asked, so that every boundary is hit. */
export function bestandInGeheugen(inhoud: string | Uint8Array, stuk = 1024): Bestand {
  const bytes = Buffer.from(inhoud);
  return {
    grootte: bytes.length,
    lees: (van, lengte) => Promise.resolve(bytes.subarray(van, van + lengte)),
    // eslint-disable-next-line @typescript-eslint/require-await
    async *stroom(vanaf = 0) {
      for (let van = vanaf; van < bytes.length; van += stuk) yield bytes.subarray(van, van + stuk);
    },
  };
}
