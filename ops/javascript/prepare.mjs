/** Makes the JavaScript of all programs, so that none of them has to, and forgets that of files that have changed. */
import { globSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, javascriptOf, kept } from './javascript-of.mjs';

const files = globSync('{activities,api,db,domain,ops,workflows}/**/*.ts', { cwd: checkout });
const current = new Set(files.map((file) => javascriptOf(join(checkout, file)).name));
try {
  for (const name of readdirSync(kept)) if (!current.has(name)) rmSync(join(kept, name), { force: true });
} catch {
  // Nothing could be kept, or it is not ours to clear up.
}
