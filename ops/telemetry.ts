import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** What a process counts, for Prometheus. Labels are codes and names of routes, never ids. */
export interface Telemetry {
  readonly registry: Registry;
  readonly httpSeconds: Histogram<'route' | 'method' | 'status'>;
  readonly vumSeconds: Histogram<'bericht' | 'uitkomst'>;
  readonly bronSelecties: Counter<'soort'>;
  readonly bronRecords: Gauge<'soort'>;
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
    bronSelecties: new Counter({
      name: 'um_bron_selections_total',
      help: 'Search questions answered as a bron',
      labelNames: ['soort'],
      registers,
    }),
    bronRecords: new Gauge({
      name: 'um_bron_records',
      help: 'Records that VUM can find',
      labelNames: ['soort'],
      registers,
    }),
  };
}
