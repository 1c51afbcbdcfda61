import type { Context } from 'koa';
import { NietAangemeld, NietToegestaan } from '../../domain/errors.ts';
import type { Rol } from '../../domain/rollen.ts';
import type { Identity, VerifyToken } from '../identity.ts';

/** Who asks, provided that the token holds. */
export async function authenticate(ctx: Context, verify: VerifyToken): Promise<Identity> {
  const [, token] = /^Bearer +([^ ]+)$/i.exec(ctx.get('Authorization')) ?? [];
  if (!token) throw new NietAangemeld('Stuur een token mee in de header Authorization: Bearer <token>.');
  return verify(token);
}

/** Refuses whoever has none of the roles. */
export function demandRole({ rollen }: Identity, allowed: readonly Rol[]): void {
  if (rollen.some((rol) => allowed.includes(rol))) return;
  throw new NietToegestaan(
    `Hiervoor is een van deze rollen nodig: ${allowed.join(', ')}. Vraag uw beheerder.`,
  );
}
