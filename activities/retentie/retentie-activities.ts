import { legOpruimenVast } from '../../db/retentie-proef.ts';
import { ruimZoekvragenOp } from '../../db/retentie.ts';
import { periodeVoor } from '../../domain/duur.ts';
import { nieuwId } from '../../domain/id.ts';
import { versheidsregel } from '../../domain/publicaties/versheid.ts';
import type { ActivityDeps } from '../deps.ts';
import { bewaakVersheid } from './bewaak-versheid.ts';

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
  const regel = versheidsregel(config);
  return {
    /**
     * Removes the matches, reservations and history that should be gone by now, sees to publicaties that grew old, and
     * records the proof, that of the uploads (`achtergelaten`, counts) with it. Safe to run twice: it finds less.
     */
    async ruimOp(achtergelaten: Readonly<Record<string, number>>): Promise<RetentieUitkomst> {
      const nu = clock();
      const voor = (ms: number) => new Date(nu.getTime() - ms).toISOString();
      const zoekvragen = await ruimZoekvragenOp(db, {
        nu: nu.toISOString(),
        verlopenVoor: voor(verlopenNa),
        gesteldVoor: voor(vastgelopenNa),
        gevraagdVoor: voor(reserveringNa),
        eindeGezienSinds: voor(nakijkenTot),
        vergeetVoor: periodeVoor(nu, config.GESCHIEDENIS_BEWAREN).toISOString(),
      });
      const gevonden = samen(zoekvragen, await bewaakVersheid(db, regel, nu));
      await legOpruimenVast(db, { nu: nu.toISOString(), id: nieuwId(nu), oinUm, gevonden, achtergelaten });
      const aantallen = [...gevonden.values()].flatMap((tot) => Object.values(tot) as number[]);
      return { gemeenten: gevonden.size, opgeruimd: aantallen.reduce((som, aantal) => som + aantal, 0) };
    },
  };
}

/** The counts of both, by OIN. */
function samen(
  zoekvragen: ReadonlyMap<string, object>,
  publicaties: ReadonlyMap<string, object>,
): Map<string, object> {
  const oins = new Set([...zoekvragen.keys(), ...publicaties.keys()]);
  return new Map([...oins].map((oin) => [oin, { ...zoekvragen.get(oin), ...publicaties.get(oin) }]));
}
