import type { Context } from 'koa';
import type { Verzoekfout } from '../domain/errors.ts';
import { bevatBsn } from '../domain/validatie/bsn.ts';

/** What is no text, and what makes the text around it look like another. */
const onleesbaar = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/u;

/**
 * What a schema cannot see of a reason in the body: whether it says anything (`kortste`: characters, without the
 * spaces around them), can be read as it was written, and leads to nobody. It stays in the trail.
 */
export function controleerReden(ctx: Context, kortste: number): Verzoekfout[] {
  const { reden } = (ctx.request.body ?? {}) as { reden?: unknown };
  if (typeof reden !== 'string') return [];
  const meldingen: string[] = [];
  if (reden.length >= kortste && reden.trim().length < kortste)
    meldingen.push(`moet ten minste ${kortste} tekens hebben, zonder de spaties eromheen`);
  if (!reden.isWellFormed() || onleesbaar.test(reden))
    meldingen.push('bevat een teken dat geen tekst is; verwijder het en typ de tekst opnieuw');
  if (bevatBsn(reden)) meldingen.push('bevat een burgerservicenummer; laat dat weg');
  return meldingen.map((melding) => ({ in: 'body', pad: '/reden', melding }));
}
