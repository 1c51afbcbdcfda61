import { createHmac, hkdfSync } from 'node:crypto';
import type { Pseudoniem } from '../../../domain/mapping/id-lezer.ts';

const BYTES = 32;

/**
 * The key of one gemeente, from the secret of this UM (HKDF, RFC 5869). Who has the pseudonyms of one gemeente can
 * tell nothing of another's, and without the key nobody can try out numbers.
 */
export const sleutelVoor = (geheim: string, oin: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', geheim, '', `um/pseudoniem/1/${oin}`, BYTES));

/** Pseudonyms with this key (HMAC-SHA-256): the same for the same text, in the form that the standard allows an id. */
export const maakPseudoniem =
  (sleutel: Uint8Array): Pseudoniem =>
  (tekst) =>
    `ps-${createHmac('sha256', sleutel).update(tekst).digest('base64url')}`;
