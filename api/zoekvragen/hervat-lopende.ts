import { lijstLopende } from '../../db/zoekvragen.ts';
import type { ApiDeps } from '../deps.ts';
import { wachtOpAntwoord, type StelDeps } from './stel-zoekvraag.ts';

/**
 * Starts the questions that were noted while the process that noted them died before it could. Those that run already
 * are left alone. What does not succeed the sweep ends later: never throws.
 */
export async function hervatLopende(deps: StelDeps & Pick<ApiDeps, 'logger'>): Promise<void> {
  try {
    for (const vraag of await lijstLopende(deps.db)) await wachtOpAntwoord(deps, vraag, false, 0);
  } catch (err) {
    deps.logger.warn({ err }, 'Questions that run were not looked at; the sweep will');
  }
}
