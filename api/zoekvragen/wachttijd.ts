const standaardMs = 20_000;
const hoogstensMs = 60_000;

/** How long the asker wants to wait, in milliseconds, by the `Prefer` header (RFC 7240). */
export function gewensteWachttijd(prefer: string): number {
  if (/(^|[,;\s])respond-async($|[,;\s])/i.test(prefer)) return 0;
  const [, seconden] = /(?:^|[,;\s])wait=(\d{1,4})(?:$|[,;\s])/i.exec(prefer) ?? [];
  return seconden === undefined ? standaardMs : Math.min(Number(seconden) * 1_000, hoogstensMs);
}
