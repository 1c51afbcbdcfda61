import type { Soort } from '../../domain/soorten/soort.ts';
import { VumFout, type VumBericht } from '../../domain/vum-fouten.ts';

/** One call to VUM, told in codes: for metrics and the log. */
interface VumAanroepGemeten {
  readonly bericht: VumBericht;
  readonly soort: string;
  /** `ok`, `afgebroken` (by the caller) or the failure's code. */
  readonly uitkomst: string;
  readonly seconden: number;
}

export interface VumMeting {
  readonly logger: {
    info(velden: object, tekst: string): void;
    warn(velden: object, tekst: string): void;
  };
  readonly gemeten?: (aanroep: VumAanroepGemeten) => void;
}

/** Runs a call and tells how it went: no question, no vumID and no answer is ever logged. */
export async function meetAanroep<T>(
  meting: VumMeting,
  wat: { readonly bericht: VumBericht; readonly soort: Soort; readonly correlatieId: string },
  doe: () => Promise<T>,
): Promise<T> {
  const begin = performance.now();
  const meld = (uitkomst: string, reden?: string): void => {
    const aanroep = {
      bericht: wat.bericht,
      soort: wat.soort.naam,
      uitkomst,
      seconden: (performance.now() - begin) / 1000,
    };
    meting.gemeten?.(aanroep);
    const velden = { ...aanroep, reden, correlatieId: wat.correlatieId };
    if (uitkomst === 'ok') meting.logger.info(velden, 'VUM answered');
    else meting.logger.warn(velden, 'VUM gave no usable answer');
  };
  try {
    const antwoord = await doe();
    meld('ok');
    return antwoord;
  } catch (fout) {
    if (fout instanceof VumFout) meld(fout.code, fout.reden);
    else meld('afgebroken');
    throw fout;
  }
}
