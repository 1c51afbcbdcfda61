import { Gauge, type Registry } from 'prom-client';
import type { Bron } from './bron.ts';

/** How many publicaties can be found, and how many cannot be loaded: an alert watches the latter. */
export function meetBronStand(registry: Registry, bron: Pick<Bron, 'stand'>): void {
  new Gauge({
    name: 'um_bron_publicaties',
    help: 'Publicaties that are active (actief), can be found (geladen) or could not be loaded (mislukt)',
    labelNames: ['stand'],
    registers: [registry],
    collect() {
      const { actief, geladen, mislukt } = bron.stand();
      for (const [stand, aantal] of Object.entries({ actief, geladen, mislukt })) this.set({ stand }, aantal);
    },
  });
}
