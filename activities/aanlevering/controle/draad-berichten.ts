import type { Modus } from '../../../domain/aanleveringen/wensen.ts';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import type { BestandPlaats, OnleesbaarCode } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { Leespunt } from '../lezer.ts';
import type { MappingOpdracht } from '../mapping/mapping-hulp.ts';
import type { GelezenPartij } from './partij.ts';

/** What the thread is to read, and from where. */
export interface DraadOpdracht {
  readonly databaseUrl: string;
  readonly aanleveringId: string;
  readonly soort: SoortNaam;
  readonly modus: Modus;
  /** Size of the file in bytes. */
  readonly grootte: number;
  readonly vanaf: Leespunt;
  readonly foutenTeBewaren: number;
  readonly mapping: MappingOpdracht;
  /** Folder with copies of open lists. */
  readonly waardelijstenDir: string | undefined;
}

/** What the thread says; it is answered by one message for each batch that has been written. */
export type DraadBericht =
  | { readonly soort: 'formaat'; readonly formaat: string }
  | { readonly soort: 'mapping'; readonly mapping: GebruikteMapping }
  | { readonly soort: 'partij'; readonly partij: GelezenPartij }
  | { readonly soort: 'klaar' }
  | {
      readonly soort: 'onleesbaar';
      readonly code: OnleesbaarCode;
      readonly melding: string;
      readonly plaats: BestandPlaats;
    };
