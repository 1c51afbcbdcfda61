import type { Afloop } from '../../domain/aanleveringen/afloop.ts';
import { Beurten } from './beurten.ts';
import { controleer } from './controleer.ts';
import type { AanleveringDeps } from './deps.ts';
import { publiceer } from './publiceer.ts';
import { leesBesluit, vraagGoedkeuring } from './goedkeuring.ts';
import { rondAf } from './rond-af.ts';
import { ruimAchtergelatenOp } from './ruim-achtergelaten-op.ts';
import { voegSamen } from './voeg-samen.ts';
import { maakVoorbeeld } from './voorbeeld/maak-voorbeeld.ts';
import { ruimOp, verwijderBeeindigde } from './ruim-op.ts';

/** Files that one process reads at once; each takes a thread. The others wait their turn. */
const tegelijk = 2;

/** What the workflows `aanlevering` and `opruiming` ask of the world. */
export function createAanleveringActivities(deps: AanleveringDeps) {
  const beurten = new Beurten(tegelijk);
  return {
    controleerAanlevering: (aanleveringId: string) => controleer(deps, beurten, aanleveringId),
    maakVoorbeeld: (aanleveringId: string) => maakVoorbeeld(deps, aanleveringId),
    vraagGoedkeuring: (aanleveringId: string) => vraagGoedkeuring(deps, aanleveringId),
    leesBesluit: (aanleveringId: string, tijdIsOm: boolean) => leesBesluit(deps, aanleveringId, tijdIsOm),
    voegAanleveringSamen: (aanleveringId: string) => voegSamen(deps, aanleveringId),
    publiceerAanlevering: (aanleveringId: string) => publiceer(deps, aanleveringId),
    rondAanleveringAf: (aanleveringId: string, afloop: Afloop, code: string) =>
      rondAf(deps, aanleveringId, afloop, code),
    ruimAanleveringOp: (aanleveringId: string) => ruimOp(deps, aanleveringId),
    verwijderBeeindigdePublicaties: (beeindigdVoor: string) => verwijderBeeindigde(deps, beeindigdVoor),
    ruimAchtergelatenOp: () => ruimAchtergelatenOp(deps),
  };
}
