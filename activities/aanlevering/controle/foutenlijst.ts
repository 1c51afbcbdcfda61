import type { FoutAantal, NieuweFout } from '../../../db/aanlevering-fouten.ts';
import { verbergBsn } from '../../../domain/validatie/bsn.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';

/** The faults of a batch: all of them counted by kind, and as many kept as there is room for. */
export class Foutenlijst {
  readonly bewaard: NieuweFout[] = [];
  waarschuwingen = 0;
  /** How many more may be kept of this file. */
  teBewaren: number;
  readonly #aantallen = new Map<string, { code: string; ernst: Fout['ernst']; aantal: number }>();

  constructor(teBewaren: number) {
    this.teBewaren = teBewaren;
  }

  get aantallen(): FoutAantal[] {
    return [...this.#aantallen.values()];
  }

  noteer(regel: number, id: unknown, fouten: readonly Fout[]): void {
    const record_id = toonbaarId(id, fouten);
    for (const { pad, code, ernst, melding, plaats } of fouten) {
      if (ernst === 'waarschuwing') this.waarschuwingen++;
      this.#tel(code, ernst);
      if (this.teBewaren <= 0) continue;
      this.teBewaren--;
      this.bewaard.push({
        regel,
        record_id,
        pad: pad.slice(0, 500),
        code,
        ernst,
        melding: melding.slice(0, 1000),
        blad: plaats === undefined ? null : toonbareBladnaam(plaats.blad),
        rij: plaats?.rij ?? null,
        kolom: plaats?.kolom ?? null,
      });
    }
  }

  #tel(code: string, ernst: Fout['ernst']): void {
    const soort = `${ernst} ${code}`;
    const eerder = this.#aantallen.get(soort);
    if (eerder === undefined) this.#aantallen.set(soort, { code, ernst, aantal: 1 });
    else eerder.aantal++;
  }
}

/** The record's id for the list of faults, unless it could lead to a person or is no id at all. */
function toonbaarId(id: unknown, fouten: readonly Fout[]): string | null {
  if (typeof id !== 'string' || fouten.some(({ code }) => code === 'bsn-als-id')) return null;
  return verbergBsn(id.slice(0, 200).toWellFormed().replaceAll('\0', '\uFFFD'));
}
