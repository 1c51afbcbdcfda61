import type { Middleware } from 'koa';
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

/** A line and a measurement for each request: no body, no address (it may hold an id of a person). */
export function meet(logger: Logger, gemeten: (verzoek: BronVerzoekGemeten) => void): Middleware {
  return async (ctx, next) => {
    const begin = performance.now();
    await next();
    const state = ctx.state as { correlatieId: string; verzoek?: string; soort?: string };
    const { verzoek = 'onbekend', soort = 'onbekend' } = state;
    const seconden = (performance.now() - begin) / 1000;
    gemeten({ verzoek, soort, status: ctx.status, seconden });
    const gemeente = ctx.get('X-VUM-toParty').slice(0, 20);
    logger.info(
      {
        verzoek,
        soort,
        status: ctx.status,
        ms: Math.round(seconden * 1000),
        gemeente,
        correlatieId: state.correlatieId,
      },
      'Request of VUM',
    );
  };
}
