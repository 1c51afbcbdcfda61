import type { ActivityDeps } from '../deps.ts';

/** What the activities of an upload work with. */
export type AanleveringDeps = Pick<
  ActivityDeps,
  'db' | 'databaseUrl' | 'clock' | 'temporal' | 'config' | 'leesdraden'
>;
