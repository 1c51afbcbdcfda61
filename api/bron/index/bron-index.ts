import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import type { PublicatieIndex } from './publicatie-index.ts';

/** What there is to find of a gemeente and soort. `niet-gereed`: there is something, but not yet in memory. */
export type Vindbaar = PublicatieIndex | 'onbekende-gemeente' | 'leeg' | 'niet-gereed';

/** How far the index is, for `ready` and for people. */
export interface IndexStand {
  readonly gereed: boolean;
  readonly geladen: number;
  readonly actief: number;
  /** Those that could not be loaded: the one before stays, or a search gets 503. */
  readonly mislukt: number;
  readonly records: number;
}

interface Vermelding {
  readonly publicatieId: string;
  readonly index?: PublicatieIndex;
  readonly mislukt?: boolean;
}

/** Every publicatie that VUM can find, by gemeente and soort. The follower fills it, the listener asks it. */
export class BronIndex {
  #gemeenten: ReadonlySet<string> | undefined;
  /** By soort, then by OIN: a search looks an OIN up twice, and a name made of both would cost as much again. */
  readonly #vermeldingen = new Map<SoortNaam, Map<string, Vermelding>>();

  vind(oin: string, soort: SoortNaam): Vindbaar {
    if (!this.#gemeenten) return 'niet-gereed';
    if (!this.#gemeenten.has(oin)) return 'onbekende-gemeente';
    const vermelding = this.#vermeldingen.get(soort)?.get(oin);
    return vermelding ? (vermelding.index ?? 'niet-gereed') : 'leeg';
  }

  /** Undefined as long as the database was not asked yet. */
  kent(oin: string): boolean | undefined {
    return this.#gemeenten?.has(oin);
  }

  stand(): IndexStand {
    const vermeldingen = [...this.#vermeldingen.values()].flatMap((opOin) => [...opOin.values()]);
    const geladen = vermeldingen.flatMap(({ index }) => index ?? []);
    const actief = vermeldingen.length;
    return {
      // One publicatie that cannot be loaded must not keep the others, and the rest of UM, from the world; where
      // none can, the fault is ours.
      gereed:
        this.#gemeenten !== undefined &&
        vermeldingen.every(({ index, mislukt }) => index ?? mislukt) &&
        (geladen.length > 0 || actief === 0),
      geladen: geladen.length,
      actief,
      mislukt: vermeldingen.filter(({ mislukt }) => mislukt).length,
      records: geladen.reduce((som, index) => som + index.aantal, 0),
    };
  }

  zetGemeenten(oins: readonly string[]): void {
    this.#gemeenten = new Set(oins);
  }

  /** The publicatie in memory, or being waited for. */
  publicatieVan(oin: string, soort: SoortNaam): { publicatieId: string; geladen: boolean } | undefined {
    const vermelding = this.#vermeldingen.get(soort)?.get(oin);
    return vermelding && { publicatieId: vermelding.publicatieId, geladen: vermelding.index !== undefined };
  }

  /** There is a publicatie to load; until then a search must not be answered as if there were none. */
  verwacht(oin: string, soort: SoortNaam, publicatieId: string): void {
    this.#vermeld(oin, soort, { publicatieId });
  }

  /** What is active now could not be loaded. */
  meldMislukt(oin: string, soort: SoortNaam): void {
    const vermelding = this.#vermeldingen.get(soort)?.get(oin);
    if (vermelding) this.#vermeld(oin, soort, { ...vermelding, mislukt: true });
  }

  /** From this moment VUM finds this publicatie, and nothing of the one before. */
  async zet(oin: string, soort: SoortNaam, publicatieId: string, index: PublicatieIndex): Promise<void> {
    const vorige = this.#vermeldingen.get(soort)?.get(oin);
    this.#vermeld(oin, soort, { publicatieId, index });
    await vorige?.index?.sluit();
  }

  /** Takes away what is not among `actief`: it was withdrawn. */
  async behoud(actief: readonly { readonly oin: string; readonly soort: SoortNaam }[]): Promise<void> {
    const ingetrokken: Vermelding[] = [];
    for (const [soort, opOin] of this.#vermeldingen) {
      const oins = new Set(actief.flatMap((een) => (een.soort === soort ? een.oin : [])));
      for (const [oin, vermelding] of opOin) {
        if (oins.has(oin)) continue;
        opOin.delete(oin);
        ingetrokken.push(vermelding);
      }
    }
    for (const { index } of ingetrokken) await index?.sluit();
  }

  async sluit(): Promise<void> {
    await this.behoud([]);
    this.#gemeenten = undefined;
  }

  #vermeld(oin: string, soort: SoortNaam, vermelding: Vermelding): void {
    const opOin = this.#vermeldingen.get(soort) ?? new Map<string, Vermelding>();
    this.#vermeldingen.set(soort, opOin.set(oin, vermelding));
  }
}
