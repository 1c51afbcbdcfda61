import { generateKeyPairSync, randomBytes, type JsonWebKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

export interface IdentityKeys {
  /** Private RSA key that signs the tokens. */
  readonly signing: JsonWebKey & { readonly kty: string; readonly kid: string };
  readonly cookie: string;
  /** Secrets of the gemeenten's systems, by client id. */
  readonly clientSecrets: Readonly<Record<string, string>>;
}

/** The identity provider's secrets, made once and kept in `file`: tokens stay valid over a restart. */
export function identityKeys(file: string, clientIds: readonly string[]): IdentityKeys {
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as IdentityKeys) : makeKeys();
  const secrets = clientIds.map((id) => [id, kept.clientSecrets[id] ?? randomBytes(20).toString('hex')]);
  const keys = { ...kept, clientSecrets: Object.fromEntries(secrets) as Record<string, string> };
  writeAtomically(file, JSON.stringify(keys, null, 2));
  return keys;
}

function makeKeys(): IdentityKeys {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = privateKey.export({ format: 'jwk' });
  return {
    signing: { ...jwk, kty: 'RSA', kid: randomBytes(8).toString('hex'), alg: 'RS256', use: 'sig' },
    cookie: randomBytes(32).toString('base64url'),
    clientSecrets: {},
  };
}
