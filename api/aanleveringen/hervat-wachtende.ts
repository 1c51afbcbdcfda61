import { listWachtende } from '../../db/aanleveringen.ts';
import { aanlevering } from '../../workflows/contract.ts';
import type { ApiDeps } from '../deps.ts';
import { startVerwerking } from './start-verwerking.ts';

/**
 * Starts the uploads that came in whole while the process that received them died before it could. Those that run
 * already, and wait for their turn, are left alone. What does not succeed the sweep does later: never throws.
 */
export async function hervatWachtende({
  db,
  temporal,
  logger,
}: Pick<ApiDeps, 'db' | 'temporal' | 'logger'>): Promise<void> {
  try {
    for (const upload of await listWachtende(db)) await startVerwerking(temporal, aanlevering.input(upload));
  } catch (err) {
    logger.warn({ err }, 'Uploads that wait were not looked at; the sweep will');
  }
}
