import type { Bestand } from '../bestand.ts';
import { Verdeling } from '../controle/verdeling.ts';
import { type GelezenRecord, grootsteRecord, type Leespunt } from '../lezer.ts';
import { alsRecord, alsTekst, geenJson, isWit, leesBegin, newline, teGroot } from './tekst.ts';

/** One JSON object on each line; blank lines are skipped. What is wrong with a line is a fault on that line. */
export async function* leesNdjson(
  bestand: Bestand,
  vanaf?: Leespunt,
  verdeling = new Verdeling(),
): AsyncGenerator<GelezenRecord> {
  for await (const { bytes, einde, regel } of regels(bestand, await leesBegin(bestand, vanaf))) {
    if (bytes?.every(isWit) === true) continue;
    const partij = verdeling.neem(bytes?.length ?? 0);
    if (partij === undefined) continue;
    const volgende = { byte: einde, regel };
    yield bytes === undefined
      ? { regel, partij, volgende, fouten: [teGroot] }
      : { regel, partij, volgende, ...leesRegel(alsTekst(bytes, regel)) };
  }
}

function leesRegel(tekst: string): ReturnType<typeof alsRecord> {
  try {
    return alsRecord(JSON.parse(tekst));
  } catch {
    return { fouten: [geenJson] };
  }
}

interface Regel {
  /** Without the line break; absent for a line longer than a record may be. */
  readonly bytes?: Buffer;
  /** The byte after the line break. */
  readonly einde: number;
  readonly regel: number;
}

/** The lines after `vanaf`, with never more than one line and one piece in memory. */
async function* regels(bestand: Bestand, vanaf: Leespunt): AsyncGenerator<Regel> {
  let { byte, regel } = vanaf;
  let rest: Buffer = Buffer.alloc(0);
  let overslaan = false;
  for await (const deel of bestand.stroom(byte)) {
    const blok =
      rest.length === 0
        ? Buffer.from(deel.buffer, deel.byteOffset, deel.length)
        : Buffer.concat([rest, deel]);
    let begin = 0;
    for (let eind = blok.indexOf(newline, begin); eind >= 0; eind = blok.indexOf(newline, begin)) {
      byte += eind + 1 - begin;
      regel++;
      const teLang = overslaan || eind - begin > grootsteRecord;
      yield teLang ? { einde: byte, regel } : { bytes: blok.subarray(begin, eind), einde: byte, regel };
      overslaan = false;
      begin = eind + 1;
    }
    rest = blok.subarray(begin);
    if (rest.length > grootsteRecord) {
      overslaan = true;
      byte += rest.length;
      rest = Buffer.alloc(0);
    }
  }
  if (overslaan) yield { einde: byte + rest.length, regel: regel + 1 };
  else if (rest.length > 0) yield { bytes: rest, einde: byte + rest.length, regel: regel + 1 };
}
