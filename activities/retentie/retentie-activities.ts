import { legOpruimenVast } from '../../db/retentie-proef.ts';
import { ruimZoekvragenOp } from '../../db/retentie.ts';
import { periodeVoor } from '../../domain/duur.ts';
import { nieuwId } from '../../domain/id.ts';
import type { ActivityDeps } from '../deps.ts';

const minuut = 60_000;
/** A timer that is this late did not fire. */
const verlopenNa = 5 * minuut;
/** Longer than UM ever goes on asking VUM one question. */
const vastgelopenNa = 15 * minuut;
/** Longer than any detail request lasts. */
const reserveringNa = 5 * minuut;
/** What ended is looked after for a day: a sweep comes by every quarter of an hour. */
const nakijkenTot = 24 * 60 * minuut;

/** What a sweep found, over all gemeenten. */
export interface RetentieUitkomst {
  readonly gemeenten: number;
  readonly opgeruimd: number;
}

export function createRetentieActivities({
  db,
  clock,
  oinUm,
  config,
}: Pick<ActivityDeps, 'db' | 'clock' | 'oinUm' | 'config'>) {
  return {
    /**
     * Removes the matches, reservations and history that should be gone by now and records the proof, that of the
     * uploads (`achtergelaten`, counts) with it. Safe to run twice: it finds less.
     */
    async ruimOp(achtergelaten: Readonly<Record<string, number>>): Promise<RetentieUitkomst> {
      const nu = clock();
      const voor = (ms: number) => new Date(nu.getTime() - ms).toISOString();
      const gevonden = await ruimZoekvragenOp(db, {
        nu: nu.toISOString(),
        verlopenVoor: voor(verlopenNa),
        gesteldVoor: voor(vastgelopenNa),
        gevraagdVoor: voor(reserveringNa),
        eindeGezienSinds: voor(nakijkenTot),
        vergeetVoor: periodeVoor(nu, config.GESCHIEDENIS_BEWAREN).toISOString(),
      });
      await legOpruimenVast(db, { nu: nu.toISOString(), id: nieuwId(nu), oinUm, gevonden, achtergelaten });
      const aantallen = [...gevonden.values()].flatMap((tot) => Object.values(tot) as number[]);
      return { gemeenten: gevonden.size, opgeruimd: aantallen.reduce((som, aantal) => som + aantal, 0) };
    },
  };
}
