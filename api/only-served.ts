import { NietToegestaan } from '../domain/errors.ts';
import type { VerifyToken } from './identity.ts';

/**
 * Refuses whoever's token holds and names an OIN that this UM does not serve: UM would ask VUM in the name of a party
 * that has agreed to nothing.
 */
export function onlyServed(verify: VerifyToken, oins: readonly string[]): VerifyToken {
  const served = new Set(oins);
  return async (token) => {
    const identity = await verify(token);
    if (served.has(identity.oin)) return identity;
    throw new NietToegestaan('Uw gemeente is niet aangesloten op deze UM. Vraag uw beheerder.');
  };
}
