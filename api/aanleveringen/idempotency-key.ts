import type { Context } from 'koa';
import { OngeldigVerzoek } from '../../domain/errors.ts';

/** The key with which the asker marks a repeated request; null when there is none. */
export function leesIdempotencyKey(ctx: Context): string | null {
  const key = ctx.get('Idempotency-Key');
  if (key === '') return null;
  if (/^[\x21-\x7e]{1,100}$/.test(key)) return key;
  throw new OngeldigVerzoek('De Idempotency-Key klopt niet.', [
    { in: 'header', pad: 'Idempotency-Key', melding: 'moet uit 1 tot 100 zichtbare tekens bestaan' },
  ]);
}
