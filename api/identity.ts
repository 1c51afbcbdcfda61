import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { AanmeldenNietBeschikbaar, NietAangemeld } from '../domain/errors.ts';
import { rollen, type Rol } from '../domain/rollen.ts';

/** Who asks: a person or a system of one gemeente. */
export interface Identity {
  /** The subject of the token; goes into the audit trail. */
  readonly subject: string;
  readonly oin: string;
  readonly rollen: readonly Rol[];
}

/**
 * Turns a bearer token into an identity; throws `NietAangemeld` for a token that does not hold, and
 * `AanmeldenNietBeschikbaar` when that cannot be told.
 */
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
  const keys = publishedKeys(settings.jwksUrl ?? `${settings.issuer.replace(/\/$/, '')}/jwks`);
  return async (token) => {
    const { payload } = await jwtVerify(token, keys, {
      issuer: settings.issuer,
      audience: settings.audience,
      algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'],
      requiredClaims: ['exp', 'sub'],
      clockTolerance: 5,
    }).catch((error: unknown) => {
      if (!(error instanceof errors.JOSEError)) throw error;
      throw new NietAangemeld(waaromNiet(error), { cause: error });
    });
    return toIdentity(payload, settings);
  };
}

/** Of a token that the identity provider signed what is wrong with it; of any other only that it does not hold. */
function waaromNiet(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'Het token is verlopen. Vraag een nieuw token aan.';
  if (error instanceof errors.JWTClaimValidationFailed) {
    return `Het token is niet voor UM bedoeld: de claim ${error.claim} ontbreekt of klopt niet. Vraag uw beheerder.`;
  }
  return 'Het token is ongeldig. Vraag een nieuw token aan.';
}

/** A key that nobody knows yet makes us look again, but no more often than this, in milliseconds. */
const lookAgainMs = 5_000;

function publishedKeys(url: string): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(url), { cooldownDuration: lookAgainMs });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      // The token names a key that is not there; everything else is a fault of who publishes them.
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) {
        throw error;
      }
      throw new AanmeldenNietBeschikbaar({ cause: error });
    }
  };
}

/** What the trail has room for. */
const longestSubject = 200;

function toIdentity(payload: JWTPayload, settings: TokenSettings): Identity {
  const oin = claimAt(payload, settings.claimOin);
  if (typeof oin !== 'string' || !/^[0-9A-Za-z]{20}$/.test(oin)) {
    throw new NietAangemeld(
      `Het token noemt geen gemeente (claim ${settings.claimOin}). Vraag uw beheerder.`,
    );
  }
  const { sub = '' } = payload;
  if (sub === '' || sub.length > longestSubject) {
    throw new NietAangemeld(
      `Het token noemt geen gebruiker van 1 tot ${longestSubject} tekens (claim sub). Vraag uw beheerder.`,
    );
  }
  const claimed = claimAt(payload, settings.claimRollen);
  const names: unknown[] = Array.isArray(claimed)
    ? claimed
    : typeof claimed === 'string'
      ? claimed.split(' ')
      : [];
  return { subject: sub, oin, rollen: rollen.filter((rol) => names.includes(rol)) };
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
