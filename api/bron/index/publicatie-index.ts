import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import type { Selectie } from '../../../domain/selectie/selectie.ts';
import type { Kolom, Zeef } from './kolom.ts';
import type { LijstKolom } from './lijst-kolom.ts';
import type { Locaties, Ring } from './locaties.ts';
import type { Leen, Matches } from './matches.ts';

/** A bron gives at most this many matches to one search. */
const HOOGSTE_AANTAL_MATCHES = 100;

/** Records looked at in one go: enough to make the conditions cheap, few enough not to look much too far. */
const BLOK = 128;
/** Shared by all: a search is synchronous, so nobody else can be in the middle of one. */
const blok = new Uint32Array(BLOK);

export interface PublicatieInhoud {
  readonly kolommen: ReadonlyMap<string, Kolom>;
  readonly lijsten: ReadonlyMap<string, LijstKolom>;
  readonly locaties: Locaties;
  /** For each record its place in the order of ids: what settles equal distances. */
  readonly rang: Uint32Array;
  readonly matches: Matches;
}

/** What VUM can find of one gemeente and soort: complete and immutable, replaced as a whole. */
export class PublicatieIndex {
  readonly aantal: number;
  readonly #inhoud: PublicatieInhoud;

  constructor(inhoud: PublicatieInhoud) {
    this.#inhoud = inhoud;
    this.aantal = inhoud.rang.length;
  }

  /** The answer to a search, as the bytes that the contract prescribes, in lent memory. */
  antwoord(selectie: Selectie, postcodes: Postcodes, leen: Leen): Buffer {
    const { plaatsen, meer } = this.zoek(selectie, postcodes);
    return this.#inhoud.matches.antwoord(plaatsen, meer, leen);
  }

  /** The nearest hundred, equal distances by id, and whether there were more. */
  zoek(
    { gebied, vergelijkingen, lijsten }: Selectie,
    postcodes: Postcodes,
  ): { plaatsen: number[]; meer: boolean } {
    const middelpunt = postcodes.coordinaat(gebied.postcode.slice(0, 4));
    if (!middelpunt) return { plaatsen: [], meer: false };
    const ringen = this.#inhoud.locaties.rondom(middelpunt, gebied.afstand);
    // VUM asks every gemeente, and most lie elsewhere.
    if (ringen.length === 0) return { plaatsen: [], meer: false };
    const zeven = [
      ...vergelijkingen.map((vergelijking) => this.#kolom(vergelijking.pad).zeef(vergelijking)),
      ...lijsten.map((voorwaarde) => this.#lijst(voorwaarde.pad).zeef(voorwaarde)),
    ];
    const plaatsen: number[] = [];
    for (const ring of ringen) {
      this.#zoekInRing(ring, zeven, plaatsen);
      if (plaatsen.length > HOOGSTE_AANTAL_MATCHES) break;
    }
    const meer = plaatsen.length > HOOGSTE_AANTAL_MATCHES;
    if (meer) plaatsen.length = HOOGSTE_AANTAL_MATCHES;
    return { plaatsen, meer };
  }

  /** Gives back what the index holds outside the heap; it must not be asked anything any more. */
  sluit(): Promise<void> {
    return this.#inhoud.matches.sluit();
  }

  /** Adds the records at one distance that pass every condition, by id, as long as there are not too many. */
  #zoekInRing({ reeksen }: Ring, zeven: readonly Zeef[], plaatsen: number[]): void {
    const begin = plaatsen.length;
    for (const [van, tot] of reeksen) {
      // Within a place the records lie in the order of their ids: the first ones are enough.
      const vol = (reeksen.length > 1 ? plaatsen.length : 0) + HOOGSTE_AANTAL_MATCHES + 1;
      for (let hier = van; hier < tot && plaatsen.length < vol; hier += BLOK) {
        const aantal = zeef(zeven, hier, Math.min(BLOK, tot - hier));
        for (let i = 0; i < aantal && plaatsen.length < vol; i += 1) plaatsen.push(blok[i] ?? 0);
      }
    }
    if (reeksen.length === 1) return;
    const { rang } = this.#inhoud;
    const opId = plaatsen.splice(begin).sort((a, b) => (rang[a] ?? 0) - (rang[b] ?? 0));
    plaatsen.push(...opId.slice(0, HOOGSTE_AANTAL_MATCHES + 1));
  }

  #kolom(pad: string): Kolom {
    return this.#inhoud.kolommen.get(pad) ?? nietGedeclareerd(pad);
  }

  #lijst(pad: string): LijstKolom {
    return this.#inhoud.lijsten.get(pad) ?? nietGedeclareerd(pad);
  }
}

/** Fills the block with the `aantal` places from `van` on, leaves those that pass, and returns how many. */
function zeef(zeven: readonly Zeef[], van: number, aantal: number): number {
  for (let i = 0; i < aantal; i += 1) blok[i] = van + i;
  let over = aantal;
  for (const ene of zeven) if (over > 0) over = ene(blok, over);
  return over;
}

function nietGedeclareerd(pad: string): never {
  throw new Error(`No column for ${pad}: the soort does not declare it`);
}
