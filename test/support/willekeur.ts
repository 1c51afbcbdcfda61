/** Random choices that a seed repeats exactly (mulberry32), so that a failing case can be seen again. */
export class Willekeur {
  #stand: number;

  constructor(zaad: number) {
    this.#stand = zaad >>> 0;
  }

  /** From 0 up to, not including, 1. */
  getal(): number {
    this.#stand = (this.#stand + 0x6d2b79f5) >>> 0;
    let t = this.#stand;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number, both bounds included. */
  geheel(van: number, tot: number): number {
    return van + Math.floor(this.getal() * (tot - van + 1));
  }

  kans(waarschijnlijkheid: number): boolean {
    return this.getal() < waarschijnlijkheid;
  }

  kies<T>(uit: readonly T[]): T {
    const gekozen = uit[this.geheel(0, uit.length - 1)];
    if (gekozen === undefined) throw new Error('Nothing to choose from');
    return gekozen;
  }

  schud<T>(lijst: readonly T[]): T[] {
    return lijst
      .map((deel) => [this.getal(), deel] as const)
      .sort(([a], [b]) => a - b)
      .map(([, deel]) => deel);
  }
}
