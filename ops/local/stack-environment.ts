import type { Certificaten } from './certificaten.ts';
import { umOin, vumOin } from './demo.ts';
import { umAudience } from './identity-config.ts';
import { pseudonymSecret } from './pseudonym-secret.ts';
import type { StackHome } from './stack-home.ts';
import type { StackPorts } from './stack-ports.ts';

/** The settings with which the API and the worker find each other and the parts around them. */
export function stackEnvironment(stack: {
  readonly home: StackHome;
  readonly ports: StackPorts;
  readonly certs: Certificaten;
  readonly postcodes: string | undefined;
}): Record<string, string> {
  const { home, ports, certs, postcodes } = stack;
  const host = '127.0.0.1';
  return {
    DATABASE_URL: `sqlite:${home.database}`,
    TEMPORAL_ADDRESS: `${host}:${ports.temporal}`,
    TEMPORAL_NAMESPACE: 'default',
    UM_OIN: umOin,
    VUM_OIN: vumOin,
    VUM_BASE_URL: `http://${host}:${ports.vum}`,
    API_HOST: host,
    API_PORT: String(ports.api),
    API_PUBLIC_URL: `http://${host}:${ports.api}`,
    BRON_HOST: host,
    BRON_PORT: String(ports.bron),
    BRON_TLS_CA: certs.ca,
    BRON_TLS_CERT: certs.bron.cert,
    BRON_TLS_KEY: certs.bron.key,
    BRON_TOEGELATEN_OINS: vumOin,
    BRON_CACHE_DIR: home.bronCache,
    GEMEENTEN_FILE: home.gemeenten,
    OIDC_ISSUER: `http://${host}:${ports.issuer}`,
    OIDC_JWKS_URL: `http://${host}:${ports.issuer}/jwks`,
    OIDC_AUDIENCE: umAudience,
    OIDC_CLAIM_OIN: 'oin',
    OIDC_CLAIM_ROLLEN: 'rollen',
    METRICS_HOST: host,
    METRICS_PORT: String(ports.workerMetrics),
    PSEUDONIEM_SLEUTEL: pseudonymSecret(home.pseudonymSecret),
    POSTCODE_FILE: postcodes ?? '',
  };
}
