/** Choices that look random and are the same in every run. */
export interface Willekeur {
  /** A whole number from `van` to `tot`, both included. */
  getal(van: number, tot: number): number;
  kies<T>(lijst: readonly T[]): T;
  /** `aantal` different elements, in the order of the list. */
  greep<T>(lijst: readonly T[], aantal: number): T[];
}

/** The generator mulberry32: short, and good enough for demo data. */
export function createWillekeur(zaad: number): Willekeur {
  let stand = zaad;
  const volgende = (): number => {
    stand = (stand + 0x6d2b79f5) | 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const getal = (van: number, tot: number): number => van + Math.floor(volgende() * (tot - van + 1));
  return {
    getal,
    kies: (lijst) => lijst[getal(0, lijst.length - 1)] as (typeof lijst)[number],
    greep: (lijst, aantal) => {
      const plaatsen = new Set<number>();
      while (plaatsen.size < Math.min(aantal, lijst.length)) plaatsen.add(getal(0, lijst.length - 1));
      return [...plaatsen].sort((a, b) => a - b).map((plaats) => lijst[plaats] as (typeof lijst)[number]);
    },
  };
}
