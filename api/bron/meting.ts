import type { IncomingMessage } from 'node:http';
import type { Logger } from '../../ops/logger.ts';

/** One request of VUM, told in codes: for metrics. */
export interface BronVerzoekGemeten {
  /** `zoek`, `detail` or `onbekend`. */
  readonly verzoek: string;
  /** The soort, or `onbekend`. */
  readonly soort: string;
  readonly status: number;
  readonly seconden: number;
}

/**
 * A measurement of each request, and a line: no body, no address (it may hold an id of a person). Searches that
 * went well are counted only, unless the log is set to debug: VUM asks hundreds a second.
 */
export function createMeting(
  logger: Logger,
  gemeten: (verzoek: BronVerzoekGemeten) => void = () => undefined,
): (request: IncomingMessage, gedaan: BronVerzoekGemeten & { readonly correlatieId: string }) => void {
  return (request, { verzoek, soort, status, seconden, correlatieId }) => {
    gemeten({ verzoek, soort, status, seconden });
    const niveau = verzoek === 'zoek' && status === 200 ? 'debug' : 'info';
    if (!logger.isLevelEnabled(niveau)) return;
    const gemeente = String(request.headers['x-vum-toparty'] ?? '').slice(0, 20);
    const ms = Math.round(seconden * 1000);
    logger[niveau]({ verzoek, soort, status, ms, gemeente, correlatieId }, 'Request of VUM');
  };
}
