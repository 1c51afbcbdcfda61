import { standaardGrenzen } from '../../activities/aanlevering/tabel/grenzen.ts';
import { ZipArchief } from '../../activities/aanlevering/tabel/zip/zip-archief.ts';
import { geheugenBestand } from './geheugen-bestand.ts';
import type { ZipDeel } from './zip-schrijver.ts';

/** The parts of a zip file, to be changed and written again. */
export async function leesZip(bytes: Uint8Array): Promise<ZipDeel[]> {
  const archief = await ZipArchief.open(geheugenBestand(bytes), standaardGrenzen.zip);
  return Promise.all(
    archief.namen.map(async (naam) => {
      const stukken: Uint8Array[] = [];
      for await (const stuk of archief.stroom(naam)) stukken.push(Buffer.from(stuk));
      return { naam, inhoud: Buffer.concat(stukken) };
    }),
  );
}
