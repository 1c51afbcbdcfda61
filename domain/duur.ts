const vorm = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const msPer = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

type Vier = [number, number, number, number];

const periodevorm = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;

/**
 * The instant so long before `nu`, by the calendar (UTC): `P1Y`, `P18M`, `P30D`. Throws `RangeError` for anything
 * but years, months, weeks and days.
 */
export function periodeVoor(nu: Date, periode: string): Date {
  const delen = periodevorm.exec(periode);
  if (!delen) throw new RangeError(`${periode} is not a period of years, months, weeks and days`);
  const [jaren, maanden, weken, dagen] = [1, 2, 3, 4].map((plaats) => Number(delen[plaats] ?? 0)) as Vier;
  const toen = new Date(nu);
  toen.setUTCFullYear(
    toen.getUTCFullYear() - jaren,
    toen.getUTCMonth() - maanden,
    toen.getUTCDate() - 7 * weken - dagen,
  );
  return toen;
}

/**
 * Milliseconds of an ISO 8601 duration (`P7D`, `PT90S`). Months and years are refused: how long they are
 * depends on when they start. Throws `RangeError`.
 */
export function duurInMs(duur: string): number {
  const delen = vorm.exec(duur);
  if (!delen) throw new RangeError(`${duur} is not a duration of weeks, days, hours, minutes and seconds`);
  return msPer.reduce((som, ms, plaats) => som + ms * Number(delen[plaats + 1] ?? 0), 0);
}
