import type { Bestand } from '../bestand.ts';
import { Verdeling } from '../controle/verdeling.ts';
import { type GelezenRecord, grootsteRecord, type Leespunt } from '../lezer.ts';
import { alsRecord, alsTekst, geenJson, isWit, leesBegin, newline, stroomTekst, teGroot } from './tekst.ts';

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

function leesRegel(json: string): ReturnType<typeof alsRecord> {
  try {
    return alsRecord(JSON.parse(json), json);
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
  let rest: Buffer = leeg;
  let overslaan = false;
  for await (const deel of stroomTekst(bestand, byte)) {
    const blok = Buffer.from(deel.buffer, deel.byteOffset, deel.length);
    let begin = 0;
    for (let eind = blok.indexOf(newline); eind >= 0; eind = blok.indexOf(newline, begin)) {
      const lengte = rest.length + eind - begin;
      byte += lengte + 1;
      regel++;
      const bytes =
        rest.length === 0 ? blok.subarray(begin, eind) : Buffer.concat([rest, blok.subarray(0, eind)]);
      yield overslaan || lengte > grootsteRecord ? { einde: byte, regel } : { bytes, einde: byte, regel };
      overslaan = false;
      rest = leeg;
      begin = eind + 1;
    }
    rest = rest.length === 0 ? blok.subarray(begin) : Buffer.concat([rest, blok.subarray(begin)]);
    if (rest.length > grootsteRecord) {
      overslaan = true;
      byte += rest.length;
      rest = leeg;
    }
  }
  if (overslaan) yield { einde: byte + rest.length, regel: regel + 1 };
  else if (rest.length > 0) yield { bytes: rest, einde: byte + rest.length, regel: regel + 1 };
}

const leeg = Buffer.alloc(0);
