import { OngeldigVerzoek, type Verzoekfout } from '../errors.ts';
import { leesSelectie } from '../selectie/lees-selectie.ts';
import { normaliseer } from '../selectie/normaliseer.ts';
import { schrijfVraag } from '../selectie/schrijf-vraag.ts';
import type { Selectie } from '../selectie/selectie.ts';
import type { Soort } from '../soorten/soort.ts';
import { bevatBsn } from '../validatie/bsn.ts';
import { valideerVraag } from '../validatie/valideer-vraag.ts';

export interface GelezenZoekvraag {
  /** What is sent to VUM: valid by the contract, and without anything that the standard ignores. */
  readonly vraagObject: Readonly<Record<string, unknown>>;
  /** The same for every question that asks the same. */
  readonly genormaliseerd: string;
}

/**
 * Reads the `vraagObject` of somebody who searches; throws `OngeldigVerzoek` with every fault, each at its
 * place in the request. Unknown fields are dropped, as VUM would ignore them: they could hold anything, and
 * nothing about a person may leave with a question.
 */
export function leesZoekvraag(soort: Soort, vraagObject: unknown): GelezenZoekvraag {
  const lezing = leesSelectie(soort, vraagObject);
  const fouten = [...valideerVraag(soort, vraagObject), ...(lezing.fouten ?? [])];
  const { selectie } = lezing;
  if (fouten.length > 0 || !selectie) throw ongeldig(fouten);
  const eigen = [...dubbelGevraagd(selectie), ...naarPersoon(selectie)];
  if (eigen.length > 0) throw ongeldig(eigen);
  return {
    vraagObject: schrijfVraag(soort.selecteerbaar, selectie),
    genormaliseerd: normaliseer(selectie),
  };
}

/** One field asked under two names (the contract's and the data's), with two values: the contract cannot say that. */
function dubbelGevraagd({ vergelijkingen }: Selectie): { pad: string; melding: string }[] {
  const gezien = new Map<string, string | number>();
  return vergelijkingen.flatMap(({ pad, operator, waarde }) => {
    const naam = `${pad} ${operator}`;
    if (gezien.has(naam) && gezien.get(naam) !== waarde) {
      return [{ pad: '', melding: `Er wordt tweemaal naar ${pad} gevraagd, met verschillende waarden.` }];
    }
    gezien.set(naam, waarde);
    return [];
  });
}

/** A question goes to the whole country, and stays in UM for a year. A URI has digits of its own. */
function naarPersoon({ vergelijkingen, lijsten }: Selectie): { pad: string; melding: string }[] {
  return [...vergelijkingen, ...lijsten.flatMap(({ alternatieven }) => alternatieven.flat())]
    .filter(({ waarde }) => typeof waarde === 'string' && !/^https?:/.test(waarde) && bevatBsn(waarde))
    .map(({ pad }) => ({
      pad: '',
      melding: `De waarde van ${pad} bevat een getal dat een burgerservicenummer kan zijn; vraag alleen naar een code.`,
    }));
}

function ongeldig(fouten: readonly { readonly pad: string; readonly melding: string }[]): OngeldigVerzoek {
  const perPlaats = new Map<string, Verzoekfout>();
  for (const { pad, melding } of fouten) {
    const plaats = `/vraagObject${pad}`;
    if (!perPlaats.has(plaats)) perPlaats.set(plaats, { in: 'body', pad: plaats, melding });
  }
  return new OngeldigVerzoek('De zoekvraag bevat fouten; zie errors.', [...perPlaats.values()]);
}
