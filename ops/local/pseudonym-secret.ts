import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/** The secret behind the pseudonyms of this stack, made once and kept in `file`: another makes other ids. */
export function pseudonymSecret(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(32).toString('base64url');
  writeAtomically(file, `${secret}\n`);
  return secret;
}
