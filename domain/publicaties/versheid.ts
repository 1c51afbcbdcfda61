import { duurInMs } from '../duur.ts';

/** As configured: ISO 8601 durations; without the first nothing grows old. */
export interface Versheidsduren {
  readonly PUBLICATIE_VEROUDERD_NA?: string;
  readonly PUBLICATIE_INTREKKEN_NA?: string;
}

/** How old a publicatie may become, in milliseconds after it was published. */
export interface Versheidsregel {
  readonly verouderdNa: number;
  readonly intrekkenNa?: number;
}

export interface Versheid {
  readonly status: 'vers' | 'verouderd';
  readonly verouderdSinds?: string;
  /** The earliest instant; the sweep that follows it withdraws. */
  readonly wordtIngetrokkenOp?: string;
}

/** The dates of a publicatie that count; the second is when its gemeente was told that it has grown old. */
export interface Publicatiedata {
  readonly gepubliceerdOp: string;
  readonly gemeldOp: string | null;
}

/** What is wrong with the two durations together, for whoever starts the process. */
export function versheidsfouten(duren: Versheidsduren): string[] {
  const { PUBLICATIE_VEROUDERD_NA: verouderd, PUBLICATIE_INTREKKEN_NA: intrekken } = duren;
  if (intrekken === undefined) return [];
  if (verouderd !== undefined && duurInMs(intrekken) > duurInMs(verouderd)) return [];
  return [
    'PUBLICATIE_INTREKKEN_NA needs PUBLICATIE_VEROUDERD_NA and must be longer, so that a notice comes first',
  ];
}

/** Undefined when publicaties do not grow old. */
export function versheidsregel(duren: Versheidsduren): Versheidsregel | undefined {
  const { PUBLICATIE_VEROUDERD_NA: verouderd, PUBLICATIE_INTREKKEN_NA: intrekken } = duren;
  if (verouderd === undefined) return undefined;
  return {
    verouderdNa: duurInMs(verouderd),
    ...(intrekken === undefined ? {} : { intrekkenNa: duurInMs(intrekken) }),
  };
}

/**
 * How fresh a publicatie is. Between the notice and the withdrawal lies always the time between the two durations,
 * also when UM was away or the durations were configured later.
 */
export function versheidVan(
  { gepubliceerdOp, gemeldOp }: Publicatiedata,
  { verouderdNa, intrekkenNa }: Versheidsregel,
  nu: Date,
): Versheid {
  const gepubliceerd = Date.parse(gepubliceerdOp);
  const verouderd = gepubliceerd + verouderdNa;
  if (nu.getTime() < verouderd) return { status: 'vers' };
  const verouderdSinds = new Date(verouderd).toISOString();
  if (intrekkenNa === undefined) return { status: 'verouderd', verouderdSinds };
  const gemeld = gemeldOp === null ? nu.getTime() : Date.parse(gemeldOp);
  const intrekken = Math.max(gepubliceerd + intrekkenNa, gemeld + intrekkenNa - verouderdNa);
  return { status: 'verouderd', verouderdSinds, wordtIngetrokkenOp: new Date(intrekken).toISOString() };
}
