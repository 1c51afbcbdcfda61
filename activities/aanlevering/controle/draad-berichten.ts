import type { MessagePort } from 'node:worker_threads';
import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import type { BestandPlaats, OnleesbaarCode } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { AanleveringRow, Instant } from '../../../db/tables.ts';
import type { Leespunt } from '../lezer.ts';
import type { MappingOpdracht } from '../mapping/mapping-hulp.ts';
import type { Aandeel } from './verdeling.ts';

/** What a thread is to read, and from where. */
export interface DraadOpdracht {
  readonly databaseUrl: string;
  readonly upload: UploadGegevens;
  readonly vanaf: Leespunt;
  readonly aandeel: Aandeel;
  /** To the other thread, where there are two: of a workbook one reads the rows and the other works them out. */
  readonly naarAnder: MessagePort | undefined;
  readonly foutenTeBewaren: number;
  readonly mapping: MappingOpdracht;
  /** Folder with copies of open lists. */
  readonly waardelijstenDir: string | undefined;
}

/** What reading and storing needs to know of an upload. */
export type UploadGegevens = Pick<AanleveringRow, 'id' | 'modus' | 'bytes'> & { readonly soort: SoortNaam };

/** Lets the thread that has this batch ready write it. */
export interface Schrijfbeurt {
  /** The byte at which the batch before it ended. */
  readonly vanByte: number;
  readonly nu: Instant;
}

/** How far the file has been stored. */
export interface Geschreven {
  readonly volgende: Leespunt;
  /** Records of this batch. */
  readonly gelezen: number;
}

/** What a thread says. A batch is written, and the end told, when its turn has come. */
export type DraadBericht =
  /** `delers`: how many threads share the records; the others have nothing to do. */
  | { readonly soort: 'formaat'; readonly formaat: string; readonly delers: number }
  | { readonly soort: 'mapping'; readonly mapping: GebruikteMapping }
  /** Its next batch is ready, or there is none any more. */
  | { readonly soort: 'gereed' }
  | { readonly soort: 'geschreven'; readonly geschreven: Geschreven }
  | { readonly soort: 'andere-handen' }
  | { readonly soort: 'klaar' }
  | {
      readonly soort: 'onleesbaar';
      readonly code: OnleesbaarCode;
      readonly melding: string;
      readonly plaats: BestandPlaats;
    };
