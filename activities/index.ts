import { createAanleveringActivities } from './aanlevering/create-aanlevering-activities.ts';
import type { ActivityDeps } from './deps.ts';
import { createDetailvraagActivities } from './detailvraag/detailvraag-activities.ts';
import { withFailures } from './failures.ts';
import { createRetentieActivities } from './retentie/retentie-activities.ts';
import { createZoekvraagActivities } from './zoekvraag/zoekvraag-activities.ts';

/** Every activity of the worker; the fetching of details alone runs in the API process. */
export function createActivities(deps: ActivityDeps) {
  return withFailures(
    {
      ...createAanleveringActivities(deps),
      ...createZoekvraagActivities(deps),
      ...createDetailvraagActivities(deps),
      ...createRetentieActivities(deps),
    },
    deps.logger,
  );
}
