/**
 * What may be asked of UM's workflows: their names, ids, inputs and results. Nothing here may lead to a
 * person: Temporal keeps all of it.
 */
import { defineSearchAttributeKey } from '@temporalio/common';
import { defineSignal, defineUpdate } from '@temporalio/workflow';
import type { Afloop } from '../domain/aanleveringen/afloop.ts';
import type { Voorbeeld } from '../domain/aanleveringen/voorbeeld.ts';
import type { Goedkeuring, Modus } from '../domain/aanleveringen/wensen.ts';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';

/** The queue of the workers that run workflows and all activities but the fetching of details. */
export const taskQueue = 'um';

/** The queue of one API process, which alone may hold the answer to a detail request. */
export type ApiTaskQueue = `um-api-${string}`;

/** What operators filter on in Temporal's pages: the OIN, the soort, and where the process stands. */
export const zoekvelden = {
  gemeente: defineSearchAttributeKey('Gemeente', 'KEYWORD'),
  soort: defineSearchAttributeKey('Soort', 'KEYWORD'),
  status: defineSearchAttributeKey('Status', 'KEYWORD'),
} as const;

export interface AanleveringInput {
  readonly aanleveringId: string;
  readonly oin: string;
  readonly soort: SoortNaam;
  readonly modus: Modus;
  readonly goedkeuring: Goedkeuring;
}

/** How an upload ended; the counts are of records. */
export interface AanleveringResult {
  readonly uitkomst: 'gepubliceerd' | Afloop;
  /** Why it was not published. */
  readonly code?: string | undefined;
  readonly gelezen: number;
  readonly geldig: number;
  readonly foutief: number;
  /** What publication would change, once it is known. */
  readonly voorbeeld?: Voorbeeld | undefined;
}

const meervoud: Readonly<Record<SoortNaam, string>> = {
  werkzoekende: 'werkzoekendeprofielen',
  vacature: 'vacatures',
};

export const aanlevering = {
  type: 'aanlevering',
  id: (aanleveringId: string) => `aanlevering/${aanleveringId}`,
  /** Of an upload as it lies in the database. */
  input: ({ id, oin, soort, modus, goedkeuring }: Omit<AanleveringInput, 'aanleveringId'> & { id: string }) =>
    ({ aanleveringId: id, oin, soort, modus, goedkeuring }) satisfies AanleveringInput,
  /** What operators see of it, and filter on. */
  opschrift: ({ oin, soort }: Pick<AanleveringInput, 'oin' | 'soort'>) => ({
    staticSummary: `Aanlevering van ${meervoud[soort]}`,
    typedSearchAttributes: [
      { key: zoekvelden.gemeente, value: oin },
      { key: zoekvelden.soort, value: soort },
      { key: zoekvelden.status, value: 'wacht' },
    ],
  }),
  annuleer: defineSignal('annuleer'),
  /** Somebody decided. What, who and why is in the database; this only wakes whoever waits for it. */
  besloten: defineSignal('besloten'),
} as const;

export interface OpruimingInput {
  readonly oin: string;
  readonly soort: SoortNaam;
  /** How long what is replaced or withdrawn stays readable: every index must have let go of it. */
  readonly respijtMs: number;
}

export const opruiming = {
  type: 'opruiming',
  /** `id`: of the publicatie that was withdrawn, or of the aanlevering that replaced it. */
  id: (id: string) => `opruiming/${id}`,
  respijtMs: 120_000,
} as const;

export interface ZoekvraagInput {
  readonly zoekvraagId: string;
  readonly oin: string;
  readonly soort: SoortNaam;
  /** ISO 8601 instant at which the matches go. */
  readonly verlooptOp: string;
  /** How long UM goes on asking VUM, in milliseconds. */
  readonly geduldMs: number;
}

/**
 * The state of the question once VUM has answered, or once it is clear that it will not; `vervallen` when it
 * was ended before that.
 */
export interface ZoekvraagAnswer {
  readonly status: 'beantwoord' | 'mislukt' | 'vervallen';
  readonly aantalMatches: number;
  readonly foutCode?: string;
}

export const zoekvraag = {
  type: 'zoekvraag',
  id: (zoekvraagId: string) => `zoekvraag/${zoekvraagId}`,
  /** Waits until VUM has answered or failed for good. */
  antwoord: defineUpdate<ZoekvraagAnswer>('antwoord'),
  /** Ends the question before its expiry. */
  beeindig: defineSignal('beeindig'),
} as const;

export interface DetailvraagInput {
  readonly zoekvraagId: string;
  readonly requestId: string;
  readonly oin: string;
  readonly soort: SoortNaam;
  /** The queue of the API process in whose memory the answer may land. */
  readonly apiTaskQueue: ApiTaskQueue;
}

/** What became of the question; the detail itself never passes here. */
export interface DetailvraagAnswer {
  readonly status: 'geleverd' | 'vrijgegeven' | 'geweigerd';
  readonly foutCode?: string;
}

export const detailvraag = {
  type: 'detailvraag',
  id: (zoekvraagId: string, requestId: string) => `detailvraag/${zoekvraagId}/${requestId}`,
  antwoord: defineUpdate<DetailvraagAnswer>('antwoord'),
} as const;

/** The sweep, and the Schedule that starts it. */
export const retentie = { type: 'retentie', scheduleId: 'retentie' } as const;
