import type { Context } from 'koa';
import { NietAangemeld, NietToegestaan } from '../../domain/errors.ts';
import type { Rol } from '../../domain/rollen.ts';
import type { Identity, VerifyToken } from '../identity.ts';

/** Who asks, provided that the token holds and names one of the roles. */
export async function authenticate(
  ctx: Context,
  verify: VerifyToken,
  allowed: readonly Rol[],
): Promise<Identity> {
  const [, token] = /^Bearer +([^ ]+)$/i.exec(ctx.get('Authorization')) ?? [];
  if (!token) throw new NietAangemeld('Stuur een token mee in de header Authorization: Bearer <token>.');
  const identity = await verify(token);
  if (!identity.rollen.some((rol) => allowed.includes(rol))) {
    throw new NietToegestaan(
      `Hiervoor is een van deze rollen nodig: ${allowed.join(', ')}. Vraag uw beheerder.`,
    );
  }
  return identity;
}
