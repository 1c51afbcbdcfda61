import { NietToegestaan } from '../domain/errors.ts';
import type { VerifyToken } from './identity.ts';

/**
 * Refuses whoever's token holds and names an OIN that this UM does not serve: UM would ask VUM in the name of a party
 * that has agreed to nothing. UM itself is no gemeente either: of what its sweep did there is only a trail to read.
 */
export function onlyServed(verify: VerifyToken, gemeenten: readonly string[], um: string): VerifyToken {
  const served = new Set(gemeenten);
  return async (token) => {
    const identity = await verify(token);
    if (served.has(identity.oin)) return identity;
    if (identity.oin === um)
      return { ...identity, rollen: identity.rollen.filter((rol) => rol === 'auditor') };
    throw new NietToegestaan('Uw gemeente is niet aangesloten op deze UM. Vraag uw beheerder.');
  };
}
