/** For `node --import`: a program and its threads run their bundles; what has none, Node compiles itself. */
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findBundle } from './bundles.mjs';

// Whoever has asked for the lines of the TypeScript means those of the bundles, which lie among the packages.
if (process.sourceMapsEnabled) setSourceMapsSupport(true, { nodeModules: true });

registerHooks({
  load(url, context, nextLoad) {
    const bundle =
      url.startsWith('file:') && url.endsWith('.ts') ? findBundle(fileURLToPath(url)) : undefined;
    if (bundle === undefined) return nextLoad(url, context);
    return { format: 'module', shortCircuit: true, source: bundle.source };
  },
});
