/** Makes the JavaScript of all programs, so that none of them has to, and forgets that of files that have changed. */
import { existsSync, globSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, javascriptOf, kept } from './javascript-of.mjs';

const files = globSync('{activities,api,db,domain,ops,workflows}/**/*.ts', { cwd: checkout });
const current = new Set(files.map((file) => javascriptOf(join(checkout, file)).name));
// Where nothing can be written there is no folder.
const names = existsSync(kept) ? readdirSync(kept) : [];
for (const name of names) if (!current.has(name)) rmSync(join(kept, name), { force: true });
