import type { Middleware } from 'koa';
import { BronFout, nietBeschikbaar } from './bron-fout.ts';

/**
 * Refuses what is too much: more requests at once than UM can have in hand (503), and, where a limit is
 * configured, more requests a second (429). Refusing is quick, so that those in hand stay quick too.
 */
export function begrens(tegelijk: number, perSeconde = Infinity): Middleware {
  let inBehandeling = 0;
  let seconde = 0;
  let geteld = 0;
  return async (_, next) => {
    const nu = Math.floor(performance.now() / 1000);
    if (nu !== seconde) [seconde, geteld] = [nu, 0];
    geteld += 1;
    if (geteld > perSeconde) {
      throw new BronFout('429.01', `Er zijn meer dan ${perSeconde} verzoeken per seconde gedaan.`);
    }
    if (inBehandeling >= tegelijk) throw nietBeschikbaar('UM heeft het te druk; probeer het zo opnieuw.');
    inBehandeling += 1;
    try {
      await next();
    } finally {
      inBehandeling -= 1;
    }
  };
}
