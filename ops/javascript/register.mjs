/**
 * For `node --import`: the program and its threads run the JavaScript that was made of their TypeScript before. The
 * compiler that Node has for it takes 13 MB in each of them, and makes their start slower.
 */
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { javascriptOf } from './javascript-of.mjs';

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    return { format: 'module', shortCircuit: true, source: javascriptOf(fileURLToPath(url)).source };
  },
});
