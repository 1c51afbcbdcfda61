import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a process counts, for Prometheus. Labels are codes and names of routes, never ids. */
export interface Telemetry {
  readonly registry: Registry;
  readonly httpSeconds: Histogram<'route' | 'method' | 'status'>;
  readonly vumSeconds: Histogram<'bericht' | 'uitkomst'>;
  readonly bronSeconds: Histogram<'verzoek' | 'soort' | 'status'>;
}

export function createTelemetry(): Telemetry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpSeconds: new Histogram({
      name: 'um_http_request_seconds',
      help: 'Duration of requests to the municipal API',
      labelNames: ['route', 'method', 'status'],
      registers,
    }),
    vumSeconds: new Histogram({
      name: 'um_vum_call_seconds',
      help: 'Duration of calls to VUM, by outcome',
      labelNames: ['bericht', 'uitkomst'],
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    bronSeconds: new Histogram({
      name: 'um_bron_request_seconds',
      help: 'Duration of the requests that VUM makes to UM as a bron',
      labelNames: ['verzoek', 'soort', 'status'],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
  };
}
