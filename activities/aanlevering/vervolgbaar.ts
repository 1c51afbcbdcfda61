import type { Bestand } from './bestand.ts';
import type { GelezenRecord, Leespunt, Lezer } from './lezer.ts';

/** A record of a table, before its place is known. */
export type GelezenRij = Omit<GelezenRecord, 'volgende'>;

/**
 * A reader of a table that can go on after a crash. No reader of tables can begin halfway: going on means reading
 * again and passing over what was handed out before.
 */
export const vervolgbaar = (open: (bestand: Bestand) => Promise<AsyncIterable<GelezenRij>>): Lezer =>
  async function* (bestand, vanaf): AsyncGenerator<GelezenRecord> {
    let plaats = 0;
    let vorige: GelezenRij | undefined;
    for await (const gelezen of await open(bestand)) {
      if (vorige !== undefined && ++plaats > (vanaf?.byte ?? 0)) yield met(vorige, plaats);
      vorige = gelezen;
    }
    // Only now is it the last: with it the whole file has been read.
    if (vorige !== undefined && ++plaats > (vanaf?.byte ?? 0))
      yield met(vorige, Math.max(plaats, bestand.grootte));
  };

/** The place in a packed file says nothing; instead of it the records are counted, which rises just as surely. */
function met(gelezen: GelezenRij, byte: number): GelezenRecord {
  const volgende: Leespunt = { byte, regel: gelezen.regel };
  return { ...gelezen, volgende };
}
