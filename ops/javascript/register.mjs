/** For `node --import`: a program and its threads run their bundles; what has none, Node compiles itself. */
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findBundle } from './bundles.mjs';

// Whoever has asked for the lines of the TypeScript means those of the bundles, which lie among the packages.
if (process.sourceMapsEnabled) setSourceMapsSupport(true, { nodeModules: true });

registerHooks({
  load(url, context, nextLoad) {
    const isOurs = url.startsWith('file:') && url.endsWith('.ts');
    const source = isOurs ? findBundle(fileURLToPath(url)) : undefined;
    return source === undefined ? nextLoad(url, context) : { format: 'module', shortCircuit: true, source };
  },
});
