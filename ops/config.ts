import { Type, type Static } from 'typebox';

/** Weeks, days, hours, minutes and seconds: how long a year or a month is depends on when it starts. */
const duurVanTijd = '^P(?=[0-9T])([0-9]+W)?([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?$';
/** Every setting has a row in docs/configuration.md. Durations are ISO 8601, sizes bytes, times milliseconds. */
const common = {
  DATABASE_URL: Type.String({ pattern: '^(sqlite:.+|(mysql|mariadb)://.+)' }),
  DATABASE_POOL: Type.Integer({ minimum: 1, maximum: 100, default: 10 }),
  TEMPORAL_ADDRESS: Type.String({ default: '127.0.0.1:7233' }),
  TEMPORAL_NAMESPACE: Type.String({ default: 'default' }),
  LOG_LEVEL: Type.Union(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal'].map((level) => Type.Literal(level)),
    { default: 'info' },
  ),
  VUM_BASE_URL: Type.String({ pattern: '^https?://' }),
  VUM_OIN: Type.String({ pattern: '^[0-9A-Za-z]{20}$' }),
  UM_OIN: Type.String({ pattern: '^[0-9A-Za-z]{20}$' }),
  VUM_TLS_CA: Type.Optional(Type.String()),
  VUM_TLS_CERT: Type.Optional(Type.String()),
  VUM_TLS_KEY: Type.Optional(Type.String()),
  VUM_TIMEOUT_MS: Type.Integer({ minimum: 100, maximum: 60_000, default: 10_000 }),
  /** How long the matches of a search question are kept. */
  ZOEKVRAAG_GELDIG: Type.String({ pattern: duurVanTijd, default: 'P7D' }),
  /** How long UM goes on asking VUM a question that it does not answer; at most ten minutes. */
  ZOEKVRAAG_GEDULD: Type.String({ pattern: '^PT([1-9]|10)M$|^PT[1-9][0-9]{0,2}S$', default: 'PT2M' }),
  /** Age at which a publicatie counts as outdated; without it none does. */
  PUBLICATIE_VEROUDERD_NA: Type.Optional(Type.String({ pattern: duurVanTijd })),
  /** Age at which an outdated publicatie is withdrawn; without it none is. */
  PUBLICATIE_INTREKKEN_NA: Type.Optional(Type.String({ pattern: duurVanTijd })),
};

/** What the API process needs: the municipal API, the bron listener and the fetching of details. */
export const apiConfigSchema = Type.Object({
  ...common,
  API_HOST: Type.String({ default: '127.0.0.1' }),
  API_PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 8080 }),
  API_PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  BRON_HOST: Type.String({ default: '127.0.0.1' }),
  BRON_PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 8443 }),
  BRON_TLS_CA: Type.String(),
  BRON_TLS_CERT: Type.String(),
  BRON_TLS_KEY: Type.String(),
  /** OINs of the parties whose client certificate may call the bron listener: VUM. */
  BRON_TOEGELATEN_OINS: Type.Array(Type.String({ pattern: '^[0-9A-Za-z]{20}$' }), { minItems: 1 }),
  BRON_CACHE_DIR: Type.Optional(Type.String()),
  POSTCODE_FILE: Type.Optional(Type.String()),
  GEMEENTEN_FILE: Type.String(),
  OIDC_ISSUER: Type.String({ pattern: '^https?://' }),
  OIDC_JWKS_URL: Type.Optional(Type.String({ pattern: '^https?://' })),
  OIDC_AUDIENCE: Type.String({ minLength: 1 }),
  /** Dotted paths of the claims, as every identity provider names them differently. */
  OIDC_CLAIM_OIN: Type.String({ default: 'oin' }),
  OIDC_CLAIM_ROLLEN: Type.String({ default: 'rollen' }),
  AANLEVERING_MAX_BYTES: Type.Integer({ minimum: 1, default: 2_147_483_648 }),
});

/** What the worker needs: workflows, and every activity but the fetching of details. */
export const workerConfigSchema = Type.Object({
  ...common,
  /** A preview warns when more than this percentage of what VUM finds would disappear. */
  AANLEVERING_WAARSCHUWING_VERDWIJNT: Type.Integer({ minimum: 0, maximum: 100, default: 25 }),
  /** How long an upload waits for a person's approval before it lapses. */
  AANLEVERING_GOEDKEURING_BINNEN: Type.String({ pattern: duurVanTijd, default: 'P3D' }),
  /** How long it is kept, after the matches of a search question expired, who asked what and which details. */
  GESCHIEDENIS_BEWAREN: Type.String({
    pattern: '^P(?=[1-9])([1-9][0-9]*Y)?([1-9][0-9]*M)?([1-9][0-9]*W)?([1-9][0-9]*D)?$',
    default: 'P1Y',
  }),
  /** The secret from which each gemeente's key for pseudonyms comes; another secret makes other pseudonyms. */
  PSEUDONIEM_SLEUTEL: Type.Optional(Type.String({ minLength: 32 })),
  /** How long the file of an upload with faults is kept; PT0S is not at all. */
  AANLEVERING_BESTAND_BEWAREN: Type.String({ pattern: duurVanTijd, default: 'P1D' }),
  /** How long the faults of an upload are kept. */
  AANLEVERING_FOUTEN_BEWAREN: Type.String({ pattern: duurVanTijd, default: 'P30D' }),
  /** Folder with copies of the open lists; a list without a file is checked by its form alone. */
  WAARDELIJSTEN_DIR: Type.Optional(Type.String()),
  METRICS_HOST: Type.String({ default: '127.0.0.1' }),
  METRICS_PORT: Type.Integer({ minimum: 0, maximum: 65_535, default: 9464 }),
});

export type ApiConfig = Readonly<Static<typeof apiConfigSchema>>;
export type WorkerConfig = Readonly<Static<typeof workerConfigSchema>>;
