const vorm = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const msPer = [7 * 86_400_000, 86_400_000, 3_600_000, 60_000, 1_000] as const;

/**
 * Milliseconds of an ISO 8601 duration (`P7D`, `PT90S`). Months and years are refused: how long they are
 * depends on when they start. Throws `RangeError`.
 */
export function duurInMs(duur: string): number {
  const delen = vorm.exec(duur);
  if (!delen) throw new RangeError(`${duur} is not a duration of weeks, days, hours, minutes and seconds`);
  return msPer.reduce((som, ms, plaats) => som + ms * Number(delen[plaats + 1] ?? 0), 0);
}
