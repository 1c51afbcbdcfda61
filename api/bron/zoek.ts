import { leesSelectie } from '../../domain/selectie/lees-selectie.ts';
import type { Postcodes } from '../../domain/selectie/afstand.ts';
import type { Selectie, Selectiefout } from '../../domain/selectie/selectie.ts';
import type { Soort } from '../../domain/soorten/soort.ts';
import { BronFout, nietBeschikbaar, ongeldig } from './bron-fout.ts';
import type { BronIndex } from './index/bron-index.ts';
import type { Leen } from './index/matches.ts';
import { leesJson } from './lichaam.ts';
import { Vragenboek } from './vragenboek.ts';

/** A gemeente that published nothing has nothing to find. */
const NIETS = Buffer.from('{"maximumAantalResultatenBereikt":false,"matches":[]}');

export interface ZoekDeps {
  readonly index: BronIndex;
  readonly postcodes: Postcodes;
  /** Memory for the answers. */
  readonly leen: Leen;
}

/** Answers searches for one soort, as bytes: from the body as it came to the body as it goes. */
export function createZoek(
  { index, postcodes, leen }: ZoekDeps,
  soort: Soort,
): (oin: string, vraag: Buffer) => Buffer {
  const vragenboek = new Vragenboek();
  return (oin, vraag) => {
    const selectie = vragenboek.selectie(vraag, () => leesVraag(soort, leesJson(vraag)));
    const vindbaar = index.vind(oin, soort.naam);
    if (vindbaar === 'onbekende-gemeente') throw onbekendeGemeente();
    if (vindbaar === 'niet-gereed') throw nietGereed();
    return vindbaar === 'leeg' ? NIETS : vindbaar.antwoord(selectie, postcodes, leen);
  };
}

export const onbekendeGemeente = (): BronFout =>
  ongeldig('X-VUM-toParty is geen gemeente waarvoor UM antwoordt.');

export const nietGereed = (): BronFout =>
  nietBeschikbaar('De gegevens van deze gemeente worden geladen; probeer het zo opnieuw.');

function leesVraag(soort: Soort, lichaam: unknown): Selectie {
  if (typeof lichaam !== 'object' || lichaam === null || Array.isArray(lichaam)) {
    throw ongeldig('De inhoud moet een object met een vraagObject zijn.');
  }
  if (!('vraagObject' in lichaam)) throw new BronFout('400.02', 'Het vraagObject ontbreekt.');
  if (soort.selecteerbaar.naastVraagObject === 'verboden' && Object.keys(lichaam).length > 1) {
    throw ongeldig('Naast het vraagObject mag de inhoud niets anders bevatten.');
  }
  const { selectie, fouten } = leesSelectie(soort, lichaam.vraagObject);
  if (!selectie) throw foutVan(fouten);
  return selectie;
}

/** What is wrong outweighs what is missing: completing the question would not be enough. */
function foutVan(fouten: readonly Selectiefout[]): BronFout {
  const details = fouten.map(({ pad, melding }) => `vraagObject${pad}: ${melding}`).join(' ');
  return fouten.some(({ code }) => code === 'ongeldig')
    ? ongeldig('Het vraagObject klopt niet.', details)
    : new BronFout('400.02', 'Het vraagObject is niet volledig.', details);
}
