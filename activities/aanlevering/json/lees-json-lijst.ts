import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import type { Bestand } from '../bestand.ts';
import { Verdeling } from '../controle/verdeling.ts';
import type { GelezenRecord, Leespunt } from '../lezer.ts';
import { ElementZoeker } from './element-zoeker.ts';
import { alsRecord, alsTekst, leesBegin, stroomTekst, teGroot } from './tekst.ts';

/**
 * One JSON array of records. What breaks the array itself makes the file unreadable, from that line on. Where records
 * share a line, as in the exports of many systems, a fault names the record too.
 */
export async function* leesJsonLijst(
  bestand: Bestand,
  vanaf?: Leespunt,
  verdeling = new Verdeling(),
): AsyncGenerator<GelezenRecord> {
  const begin = await leesBegin(bestand, vanaf);
  const zoeker = new ElementZoeker(begin);
  // After a crash nobody knows any more how many went before.
  let nummer = vanaf === undefined ? 0 : NaN;
  let vorigeRegel = 1;
  for await (const deel of stroomTekst(bestand, begin.byte)) {
    const blok = Buffer.from(deel.buffer, deel.byteOffset, deel.length);
    for (const { bytes, regel, volgende } of zoeker.zoek(blok)) {
      nummer++;
      const metPlaats = regel === vorigeRegel && nummer > 0 ? metNummer(nummer) : undefined;
      vorigeRegel = volgende.regel;
      const partij = verdeling.neem(bytes?.length ?? 0);
      if (partij === undefined) continue;
      const gelezen = bytes === undefined ? { fouten: [teGroot] } : ontleed(bytes, regel);
      yield metPlaats === undefined
        ? { regel, partij, volgende, ...gelezen }
        : { regel, partij, volgende, ...gelezen, fouten: gelezen.fouten.map(metPlaats), metPlaats };
    }
  }
  zoeker.sluit();
}

const metNummer =
  (nummer: number) =>
  (fout: Fout): Fout => ({ ...fout, melding: `Record ${nummer}: ${fout.melding}` });

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
