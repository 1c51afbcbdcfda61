import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { NietAangemeld } from '../domain/errors.ts';
import { rollen, type Rol } from '../domain/rollen.ts';

/** Who asks: a person or a system of one gemeente. */
export interface Identity {
  /** The subject of the token; goes into the audit trail. */
  readonly subject: string;
  readonly oin: string;
  readonly rollen: readonly Rol[];
}

/** Turns a bearer token into an identity; throws `NietAangemeld` for a token that does not hold. */
export type VerifyToken = (token: string) => Promise<Identity>;

export interface TokenSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl?: string | undefined;
  /** Dotted paths of the claims with the OIN and the roles. */
  readonly claimOin: string;
  readonly claimRollen: string;
}

/** Verifies JWTs against the issuer's published keys, which are fetched when needed and cached. */
export function createTokenVerifier(settings: TokenSettings): VerifyToken {
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl ?? `${settings.issuer.replace(/\/$/, '')}/jwks`));
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: 5,
    }).catch((error: unknown) => {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout)) {
        throw new NietAangemeld('Het token is ongeldig of verlopen. Vraag een nieuw token aan.', {
          cause: error,
        });
      }
      throw error;
    });
    return toIdentity(payload, settings);
  };
}

function toIdentity(payload: JWTPayload, settings: TokenSettings): Identity {
  const oin = claimAt(payload, settings.claimOin);
  if (typeof oin !== 'string' || !/^[0-9A-Za-z]{20}$/.test(oin)) {
    throw new NietAangemeld(
      `Het token noemt geen gemeente (claim ${settings.claimOin}). Vraag uw beheerder.`,
    );
  }
  const claimed = claimAt(payload, settings.claimRollen);
  const names: unknown[] = Array.isArray(claimed)
    ? claimed
    : typeof claimed === 'string'
      ? claimed.split(' ')
      : [];
  return { subject: payload.sub ?? '', oin, rollen: rollen.filter((rol) => names.includes(rol)) };
}

function claimAt(payload: JWTPayload, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      payload,
    );
}
