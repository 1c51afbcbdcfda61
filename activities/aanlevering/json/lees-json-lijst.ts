import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from '../bestand.ts';
import { Verdeling } from '../controle/verdeling.ts';
import type { GelezenRecord, Leespunt } from '../lezer.ts';
import { ElementZoeker } from './element-zoeker.ts';
import { alsRecord, alsTekst, leesBegin, stroomTekst, teGroot } from './tekst.ts';

/** One JSON array of records. What breaks the array itself makes the file unreadable, from that line on. */
export async function* leesJsonLijst(
  bestand: Bestand,
  vanaf?: Leespunt,
  verdeling = new Verdeling(),
): AsyncGenerator<GelezenRecord> {
  const begin = await leesBegin(bestand, vanaf);
  const zoeker = new ElementZoeker(begin);
  for await (const deel of stroomTekst(bestand, begin.byte)) {
    const blok = Buffer.from(deel.buffer, deel.byteOffset, deel.length);
    for (const { bytes, regel, volgende } of zoeker.zoek(blok)) {
      const partij = verdeling.neem(bytes?.length ?? 0);
      if (partij === undefined) continue;
      yield bytes === undefined
        ? { regel, partij, volgende, fouten: [teGroot] }
        : { regel, partij, volgende, ...ontleed(bytes, regel) };
    }
  }
  zoeker.sluit();
}

function ontleed(bytes: Buffer, regel: number): ReturnType<typeof alsRecord> {
  const json = alsTekst(bytes, regel);
  try {
    return alsRecord(JSON.parse(json), json);
  } catch {
    throw new OnleesbaarBestand(
      'bestand-beschadigd',
      `Het record dat op regel ${regel} begint, is geen geldige JSON. Controleer haakjes, komma's en aanhalingstekens.`,
      { regel },
    );
  }
}
