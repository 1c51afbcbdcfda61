import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createTokenVerifier, type VerifyToken } from '../../api/identity.ts';
import type { Rol } from '../../domain/rollen.ts';

export interface TestTokenClaims {
  readonly oin?: unknown;
  readonly rollen?: readonly Rol[];
  readonly sub?: string;
  readonly audience?: string;
  readonly issuer?: string;
  /** Seconds until the token expires; negative for one that has. */
  readonly validSeconds?: number;
}

export interface TestIdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly verifyToken: VerifyToken;
  token(claims: TestTokenClaims): Promise<string>;
  /** An `Authorization` header for a gemeente and its roles. */
  as(oin: string, ...rollen: Rol[]): Promise<{ Authorization: string }>;
  /** From now on another key signs, and it alone is published. */
  rotate(): Promise<void>;
  /** What is published instead of the keys; undefined for the keys. */
  publish(other: { readonly status: number; readonly body: string } | undefined): void;
  stop(): Promise<void>;
}

/** Two fictional gemeenten. */
export const gemeenteA = '00000009990000000001';
export const gemeenteB = '00000009990000000002';

/** Signs tokens with a key of its own and publishes that key over HTTP, as an identity provider does. */
export async function startIdentityProvider(): Promise<TestIdentityProvider> {
  let signing = await newKey('test-1');
  let other: { readonly status: number; readonly body: string } | undefined;
  const server = createServer((_, res) => {
    res.statusCode = other?.status ?? 200;
    res.setHeader('Content-Type', 'application/json').end(other?.body ?? signing.jwks);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const audience = 'um';

  async function token(claims: TestTokenClaims): Promise<string> {
    return new SignJWT({ oin: claims.oin, rollen: claims.rollen })
      .setProtectedHeader({ alg: 'ES256', kid: signing.kid })
      .setIssuer(claims.issuer ?? issuer)
      .setAudience(claims.audience ?? audience)
      .setSubject(claims.sub ?? 'test-medewerker')
      .setExpirationTime(Math.floor(Date.now() / 1000) + (claims.validSeconds ?? 300))
      .sign(signing.privateKey);
  }

  return {
    issuer,
    audience,
    verifyToken: createTokenVerifier({ issuer, audience, claimOin: 'oin', claimRollen: 'rollen' }),
    token,
    as: async (oin, ...rollen) => ({ Authorization: `Bearer ${await token({ oin, rollen })}` }),
    rotate: async () => {
      signing = await newKey(`${signing.kid}+`);
    },
    publish: (instead) => {
      other = instead;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function newKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'ES256' }] });
  return { kid, privateKey, jwks };
}
