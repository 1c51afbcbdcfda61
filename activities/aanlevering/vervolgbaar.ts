import type { Bestand } from './bestand.ts';
import { Verdeling } from './controle/verdeling.ts';
import type { GelezenRecord, Leespunt, Lezer } from './lezer.ts';

/** A record of a table, before its place is known. */
export type GelezenRij = Omit<GelezenRecord, 'volgende' | 'partij'>;

/** A record of a table before it has been worked out. */
export interface Tabelrecord {
  readonly blad?: string | undefined;
  /** About how many characters it holds. */
  readonly omvang: number;
  readonly lees: () => GelezenRij;
}

/**
 * A reader of a table that can go on after a crash. No reader of tables can begin halfway: going on means reading
 * again and passing over what was handed out before.
 */
export const vervolgbaar = (open: (bestand: Bestand) => Promise<AsyncIterable<Tabelrecord>>): Lezer =>
  async function* (bestand, vanaf, verdeling = new Verdeling()): AsyncGenerator<GelezenRecord> {
    let plaats = 0;
    let vorige: Tabelrecord | undefined;
    const neem = ({ omvang, blad, lees }: Tabelrecord, byte: number): GelezenRecord | undefined => {
      const partij = verdeling.neem(omvang, blad);
      return partij === undefined ? undefined : { ...met(lees(), byte), partij };
    };
    for await (const record of await open(bestand)) {
      if (vorige !== undefined && ++plaats > (vanaf?.byte ?? 0)) {
        const gelezen = neem(vorige, plaats);
        if (gelezen !== undefined) yield gelezen;
      }
      vorige = record;
    }
    // Only now is it the last: with it the whole file has been read.
    if (vorige !== undefined && ++plaats > (vanaf?.byte ?? 0)) {
      const gelezen = neem(vorige, Math.max(plaats, bestand.grootte));
      if (gelezen !== undefined) yield gelezen;
    }
  };

/** The place in a packed file says nothing; instead of it the records are counted, which rises just as surely. */
const met = (gelezen: GelezenRij, byte: number): GelezenRij & { readonly volgende: Leespunt } => ({
  ...gelezen,
  volgende: { byte, regel: gelezen.regel },
});
