/**
 * A new id: a UUID of version 7 (RFC 9562, section 5.7). It starts with the time in milliseconds, so that ids
 * made later sort later and an index grows at its end; the other 74 bits are random and cannot be guessed.
 */
export function nieuwId(now: Date): string {
  const hex = now.getTime().toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(10));
  const version = 0x70 | (byte(random, 0) & 0x0f);
  const variant = 0x80 | (byte(random, 2) & 0x3f);
  return [
    hex.slice(0, 8),
    hex.slice(8),
    hexOf([version, byte(random, 1)]),
    hexOf([variant, byte(random, 3)]),
    hexOf(random.subarray(4)),
  ].join('-');
}

const byte = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0;

const hexOf = (bytes: Iterable<number>): string =>
  Array.from(bytes, (value) => value.toString(16).padStart(2, '0')).join('');
