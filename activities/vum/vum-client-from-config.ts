import type { WorkerConfig } from '../../ops/config.ts';
import type { Logger } from '../../ops/logger.ts';
import { ConfigError } from '../../ops/read-config.ts';
import { readTls } from '../../ops/read-tls.ts';
import type { Telemetry } from '../../ops/telemetry.ts';
import { createVumClient, type VumClient } from './vum-client.ts';

type VumConfig = Pick<
  WorkerConfig,
  'VUM_BASE_URL' | 'VUM_OIN' | 'UM_OIN' | 'VUM_TIMEOUT_MS' | 'VUM_TLS_CA' | 'VUM_TLS_CERT' | 'VUM_TLS_KEY'
>;

/** The client to VUM as configured; mutual TLS when its three files are named. Throws `ConfigError`. */
export async function createConfiguredVumClient(
  config: VumConfig,
  logger: Logger,
  telemetry: Telemetry,
): Promise<VumClient> {
  return createVumClient({
    baseUrl: config.VUM_BASE_URL,
    tls: await readVumTls(config),
    oinUm: config.UM_OIN,
    oinVum: config.VUM_OIN,
    tijden: { detailMs: config.VUM_TIMEOUT_MS },
    logger,
    gemeten: ({ bericht, uitkomst, seconden }) =>
      telemetry.vumSeconds.observe({ bericht, uitkomst }, seconden),
  });
}

async function readVumTls({ VUM_TLS_CA: ca, VUM_TLS_CERT: cert, VUM_TLS_KEY: key }: VumConfig) {
  if (ca && cert && key) return readTls({ ca, cert, key });
  if (ca ?? cert ?? key) throw new ConfigError(['VUM_TLS_CA, VUM_TLS_CERT and VUM_TLS_KEY go together']);
  return undefined;
}
