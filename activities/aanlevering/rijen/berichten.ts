import type { BestandPlaats, OnleesbaarCode } from '../../../domain/validatie/onleesbaar-bestand.ts';

/** What the thread that works the rows out asks of the one that reads them; `stroom` is a number of its own choice. */
export type Rijvraag =
  | { readonly soort: 'open'; readonly stroom: number; readonly blad: number }
  /** A piece was taken: there is room for one more. */
  | { readonly soort: 'verder'; readonly stroom: number }
  | { readonly soort: 'sluit'; readonly stroom: number };

export type Rijbericht =
  | { readonly soort: 'bladen'; readonly bladnamen: readonly string[] }
  /** See `codeerRijen`; `positie`: the byte of the file up to which has been read. */
  | { readonly soort: 'rijen'; readonly stroom: number; readonly rijen: string; readonly positie: number }
  | { readonly soort: 'einde'; readonly stroom: number }
  /** Of the file as a whole: every stream ends with it. */
  | {
      readonly soort: 'onleesbaar';
      readonly code: OnleesbaarCode;
      readonly melding: string;
      readonly plaats: BestandPlaats;
    };

/** Pieces that may be under way in one stream. */
export const tegoed = 8;
