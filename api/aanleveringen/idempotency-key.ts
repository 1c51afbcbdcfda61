import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import { OngeldigVerzoek } from '../../domain/errors.ts';

/**
 * The key with which the asker marks a repeated request, as a hash: a client may have put anything in it. Null when
 * there is none.
 */
export function leesIdempotencyKey(ctx: Context): string | null {
  const key = ctx.get('Idempotency-Key');
  if (key === '') return null;
  if (/^[\x21-\x7e]{1,100}$/.test(key)) return createHash('sha256').update(key).digest('hex');
  throw new OngeldigVerzoek('De Idempotency-Key klopt niet.', [
    { in: 'header', pad: 'Idempotency-Key', melding: 'moet uit 1 tot 100 zichtbare tekens bestaan' },
  ]);
}
