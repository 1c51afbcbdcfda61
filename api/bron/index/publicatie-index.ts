import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import type { Selectie } from '../../../domain/selectie/selectie.ts';
import type { Kolom } from './kolom.ts';
import { type LijstKolom, toetsVan } from './lijst-kolom.ts';
import type { Locaties, Ring } from './locaties.ts';
import type { Matches } from './matches.ts';

/** A bron gives at most this many matches to one search. */
export const HOOGSTE_AANTAL_MATCHES = 100;

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
      plaatsen.push(...this.#inRing(ring, toetsen, HOOGSTE_AANTAL_MATCHES + 1 - plaatsen.length));
      if (plaatsen.length > HOOGSTE_AANTAL_MATCHES) break;
    }
    const meer = plaatsen.length > HOOGSTE_AANTAL_MATCHES;
    return { plaatsen: plaatsen.slice(0, HOOGSTE_AANTAL_MATCHES), meer };
  }

  /** Gives back what the index holds outside the heap; it must not be asked anything any more. */
  sluit(): Promise<void> {
    return this.#inhoud.matches.sluit();
  }

  /** The first `hoogstens` records by id that pass every test, among the places at one distance. */
  #inRing(ring: Ring, toetsen: readonly ((plaats: number) => boolean)[], hoogstens: number): number[] {
    const gevonden: number[] = [];
    for (const [van, tot] of ring.reeksen) {
      const vol = gevonden.length + hoogstens;
      // Within a place the records lie in the order of their ids: the first ones are enough.
      for (let plaats = van; plaats < tot && gevonden.length < vol; plaats += 1) {
        if (voldoetAan(toetsen, plaats)) gevonden.push(plaats);
      }
    }
    if (ring.reeksen.length > 1) {
      const { rang } = this.#inhoud;
      gevonden.sort((a, b) => (rang[a] ?? 0) - (rang[b] ?? 0));
    }
    return gevonden.slice(0, hoogstens);
  }

  #lijst(pad: string): LijstKolom {
    const lijst = this.#inhoud.lijsten.get(pad);
    if (!lijst) throw new Error(`No column for ${pad}: the soort does not declare it`);
    return lijst;
  }
}

function voldoetAan(toetsen: readonly ((plaats: number) => boolean)[], plaats: number): boolean {
  for (const toets of toetsen) if (!toets(plaats)) return false;
  return true;
}
