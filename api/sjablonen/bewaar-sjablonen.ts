import type { Soort } from '../../domain/soorten/soort.ts';
import { maakSjabloon } from './sjabloon.ts';

/** Makes each empty template once: it is the same for everybody as long as this process runs. */
export function bewaarSjablonen(): (soort: Soort) => Promise<Buffer> {
  const bewaard = new Map<Soort, Promise<Buffer>>();
  return (soort) => {
    const eerder = bewaard.get(soort);
    if (eerder !== undefined) return eerder;
    const nieuw = maakSjabloon(soort);
    bewaard.set(soort, nieuw);
    // A failure is not kept: the next request tries again.
    nieuw.catch(() => bewaard.delete(soort));
    return nieuw;
  };
}
