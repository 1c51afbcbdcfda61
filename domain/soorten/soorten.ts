import type { SoortNaam } from './soort-naam.ts';
import type { Soort } from './soort.ts';
import { vacature } from './vacature/vacature.ts';
import { werkzoekende } from './werkzoekende/werkzoekende.ts';

/** Every kind that UM exchanges, by its name. */
export const soorten: Readonly<Record<SoortNaam, Soort>> = { werkzoekende, vacature };
