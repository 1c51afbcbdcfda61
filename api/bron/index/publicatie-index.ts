import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import type { Selectie } from '../../../domain/selectie/selectie.ts';
import type { Kolom } from './kolom.ts';
import { type LijstKolom, toetsVan } from './lijst-kolom.ts';
import type { Locaties, Ring } from './locaties.ts';
import type { Matches } from './matches.ts';

/** A bron gives at most this many matches to one search. */
const HOOGSTE_AANTAL_MATCHES = 100;

type Toets = (plaats: number) => boolean;

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

  /** The answer to a search, as the bytes that the contract prescribes. */
  antwoord(selectie: Selectie, postcodes: Postcodes): Buffer {
    const { plaatsen, meer } = this.zoek(selectie, postcodes);
    return this.#inhoud.matches.antwoord(plaatsen, meer);
  }

  /** The nearest hundred, equal distances by id, and whether there were more. */
  zoek(
    { gebied, vergelijkingen, lijsten }: Selectie,
    postcodes: Postcodes,
  ): { plaatsen: number[]; meer: boolean } {
    const middelpunt = postcodes.coordinaat(gebied.postcode.slice(0, 4));
    if (!middelpunt) return { plaatsen: [], meer: false };
    const toetsen = [
      ...vergelijkingen.map((v) => toetsVan(this.#inhoud.kolommen.get(v.pad), v)),
      ...lijsten.map((voorwaarde) => this.#lijst(voorwaarde.pad).toets(voorwaarde)),
    ];
    const plaatsen: number[] = [];
    for (const ring of this.#inhoud.locaties.rondom(middelpunt, gebied.afstand)) {
      this.#zoekInRing(ring, toetsen, plaatsen);
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

  /** Adds the records at one distance that pass every test, by id, as long as there are not too many. */
  #zoekInRing({ reeksen }: Ring, toetsen: readonly Toets[], plaatsen: number[]): void {
    const begin = plaatsen.length;
    for (const [van, tot] of reeksen) {
      // Within a place the records lie in the order of their ids: the first ones are enough.
      const vol = (reeksen.length > 1 ? plaatsen.length : 0) + HOOGSTE_AANTAL_MATCHES + 1;
      for (let plaats = van; plaats < tot && plaatsen.length < vol; plaats += 1) {
        if (voldoetAan(toetsen, plaats)) plaatsen.push(plaats);
      }
    }
    if (reeksen.length === 1) return;
    const { rang } = this.#inhoud;
    const opId = plaatsen.splice(begin).sort((a, b) => (rang[a] ?? 0) - (rang[b] ?? 0));
    plaatsen.push(...opId.slice(0, HOOGSTE_AANTAL_MATCHES + 1));
  }

  #lijst(pad: string): LijstKolom {
    const lijst = this.#inhoud.lijsten.get(pad);
    if (!lijst) throw new Error(`No column for ${pad}: the soort does not declare it`);
    return lijst;
  }
}

function voldoetAan(toetsen: readonly Toets[], plaats: number): boolean {
  for (const toets of toetsen) if (!toets(plaats)) return false;
  return true;
}
