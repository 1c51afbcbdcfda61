import { randomUUID } from 'node:crypto';

/** One search as VUM remembers it. */
interface Zoekvraag {
  readonly vraagID: string;
  readonly sleutels: readonly string[];
  readonly tijd: number;
  details: number;
}

/** Counts the details of each search. A vumID that no remembered search gave is not limited. */
export interface Zoekgeheugen {
  /** Remembers what a search gave to an asker, and returns its vraagID. */
  onthoud(fromParty: string, vumIDs: readonly string[]): string;
  /** Takes one of the details of the asker's most recent search with this vumID; false when there are none left. */
  neemDetail(fromParty: string, vumID: string): boolean;
  /** Gives it back: the detail was not answered. */
  geefTerug(fromParty: string, vumID: string): void;
  /** Searches remembered now. */
  readonly aantal: number;
}

/** Limits of memory: searches older than this, and the oldest beyond this many matches, are forgotten. */
const houdbaarMs = 8 * 86_400_000;
const maxMatches = 200_000;

export function createZoekgeheugen(maxDetails: number, nu: () => number): Zoekgeheugen {
  const vragen = new Set<Zoekvraag>();
  const bijMatch = new Map<string, Zoekvraag>();
  let matches = 0;
  const sleutel = (fromParty: string, vumID: string): string => `${fromParty}/${vumID}`;

  function vergeetOude(): void {
    for (const vraag of vragen) {
      if (matches <= maxMatches && vraag.tijd > nu() - houdbaarMs) return;
      vragen.delete(vraag);
      matches -= vraag.sleutels.length;
      for (const naam of vraag.sleutels) if (bijMatch.get(naam) === vraag) bijMatch.delete(naam);
    }
  }

  return {
    onthoud(fromParty, vumIDs) {
      const vraag: Zoekvraag = {
        vraagID: randomUUID(),
        sleutels: vumIDs.map((vumID) => sleutel(fromParty, vumID)),
        tijd: nu(),
        details: 0,
      };
      vragen.add(vraag);
      matches += vumIDs.length;
      for (const naam of vraag.sleutels) bijMatch.set(naam, vraag);
      vergeetOude();
      return vraag.vraagID;
    },

    neemDetail(fromParty, vumID) {
      const vraag = bijMatch.get(sleutel(fromParty, vumID));
      if (vraag === undefined) return true;
      if (vraag.details >= maxDetails) return false;
      vraag.details += 1;
      return true;
    },

    geefTerug(fromParty, vumID) {
      const vraag = bijMatch.get(sleutel(fromParty, vumID));
      if (vraag !== undefined && vraag.details > 0) vraag.details -= 1;
    },

    get aantal() {
      return vragen.size;
    },
  };
}
