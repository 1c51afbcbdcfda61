import { proxyActivities, sleep } from '@temporalio/workflow';
import type { createActivities } from '../activities/index.ts';
import type { OpruimingInput } from './contract.ts';
import { verwijderwerk } from './policies.ts';
import { meldStand } from './stand.ts';

const { verwijderBeeindigdePublicaties } = proxyActivities<ReturnType<typeof createActivities>>({
  ...verwijderwerk,
  summary: 'De records van beëindigde publicaties verwijderen',
});

/** After a publicatie was replaced or withdrawn: wait until nobody reads in it any more, then delete its records. */
export async function opruiming({ respijtMs }: OpruimingInput): Promise<number> {
  const beeindigdVoor = new Date().toISOString();
  meldStand('wacht', 'De oude publicatie blijft nog even leesbaar.');
  await sleep(respijtMs, { summary: 'wachten tot niemand de oude publicatie nog leest' });
  const verwijderd = await verwijderBeeindigdePublicaties(beeindigdVoor);
  meldStand('opgeruimd', `${verwijderd} publicaties geleegd.`);
  return verwijderd;
}
