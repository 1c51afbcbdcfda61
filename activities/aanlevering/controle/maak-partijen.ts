import type { Modus } from '../../../domain/aanleveringen/wensen.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import { verbergBsn } from '../../../domain/validatie/bsn.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import type { LijstControle } from '../../../domain/validatie/lijst-fouten.ts';
import { valideer } from '../../../domain/validatie/valideer.ts';
import type { FoutAantal, NieuweFout } from '../../../db/aanlevering-fouten.ts';
import type { NieuwRecord } from '../../../db/publicatie-records.ts';
import { toonbareBladnaam } from '../../../domain/werkblad/toonbare-bladnaam.ts';
import type { Verwijdering } from '../../../db/verwijderingen.ts';
import { type GelezenRecord, grootsteRecord, type Leespunt } from '../lezer.ts';
import { mutatieVeld, verwijderenInVolledig } from '../mutatie.ts';
import { dubbelId } from './dubbel-id.ts';
import type { Partij } from './partij.ts';

/** A batch is full at any of these: they bound memory, and the time that one transaction takes. */
const vol = { records: 1_000, tekens: 4 * 1024 * 1024, fouten: 2_000 };

interface Aanlevering {
  readonly soort: Soort;
  readonly modus: Modus;
  /** Where copies of open lists are configured. */
  readonly lijstControle?: LijstControle | undefined;
}

/** Validates records as they are read and puts them together in batches. */
export async function* maakPartijen(
  aanlevering: Aanlevering,
  gelezen: AsyncIterable<GelezenRecord>,
  foutenTeBewaren: number,
): AsyncGenerator<Partij> {
  let partij = new PartijInOpbouw(aanlevering, foutenTeBewaren);
  for await (const record of gelezen) {
    if (partij.isVanAnderBlad(record)) {
      yield partij;
      partij = new PartijInOpbouw(aanlevering, partij.foutenTeBewaren);
    }
    partij.neem(record);
    if (!partij.isVol) continue;
    yield partij;
    partij = new PartijInOpbouw(aanlevering, partij.foutenTeBewaren);
  }
  if (partij.telling.gelezen > 0) yield partij;
}

class PartijInOpbouw implements Partij {
  readonly records: NieuwRecord[] = [];
  readonly verwijderingen: Verwijdering[] = [];
  readonly geweigerd: Verwijdering[] = [];
  readonly fouten: NieuweFout[] = [];
  blad: string | undefined;
  readonly telling = {
    gelezen: 0,
    geldig: 0,
    foutief: 0,
    waarschuwingen: 0,
    verwijderingen: 0,
    zonderToestemming: 0,
  };
  volgende: Leespunt = { byte: 0, regel: 0 };
  foutenTeBewaren: number;
  readonly #aanlevering: Aanlevering;
  readonly #soort: Soort;
  readonly #modus: Modus;
  readonly #regels = new Map<string, number>();
  readonly #aantallen = new Map<string, { code: string; ernst: Fout['ernst']; aantal: number }>();
  #tekens = 0;

  constructor(aanlevering: Aanlevering, foutenTeBewaren: number) {
    this.#aanlevering = aanlevering;
    this.#soort = aanlevering.soort;
    this.#modus = aanlevering.modus;
    this.foutenTeBewaren = foutenTeBewaren;
  }

  get isVol(): boolean {
    return (
      this.telling.gelezen >= vol.records || this.#tekens >= vol.tekens || this.fouten.length >= vol.fouten
    );
  }

  /** Rows of two sheets do not go together: their numbers would say nothing. */
  isVanAnderBlad({ blad }: GelezenRecord): boolean {
    return blad !== undefined && this.blad !== undefined && blad !== this.blad;
  }

  get aantallen(): FoutAantal[] {
    return [...this.#aantallen.values()];
  }

  neem(gelezen: GelezenRecord): void {
    const { regel, volgende, record } = gelezen;
    this.volgende = volgende;
    this.blad = gelezen.blad ?? this.blad;
    this.telling.gelezen++;
    const id = record?.[this.#soort.idVeld];
    if (gelezen.zonderToestemming) {
      this.telling.zonderToestemming++;
      if (typeof id !== 'string') return;
      this.#weigerOveral(gelezen, id);
      // Who withdrew consent must not stay in a set that is only changed.
      if (this.#modus !== 'mutaties') return;
    }
    const fouten = gelezen.verwijderen
      ? verwijderFouten(this.#aanlevering, gelezen)
      : alleFouten(this.#aanlevering, gelezen);
    if (fouten.length > 0) this.#noteer(regel, id, fouten);
    if (fouten.some(({ ernst }) => ernst === 'fout') || typeof id !== 'string') this.telling.foutief++;
    else this.#neemGoed(gelezen, id);
  }

  #neemGoed(gelezen: GelezenRecord, id: string): void {
    const { regel, record, verwijderen } = gelezen;
    const eersteRegel = this.#regels.get(id);
    if (eersteRegel !== undefined) {
      this.#weiger(gelezen, id, dubbelId(this.#soort, eersteRegel));
      return;
    }
    this.#regels.set(id, regel);
    if (verwijderen) {
      this.telling.geldig++;
      this.telling.verwijderingen++;
      this.verwijderingen.push({ record_id: id, regel });
      return;
    }
    // What is stored is what was validated: of a name that stands twice in the text only one value was seen.
    const inhoud = JSON.stringify(record);
    // A reader of JSON saw this coming; the rows of a table add up to a record only now.
    if (Buffer.byteLength(inhoud) > grootsteRecord) {
      this.#weiger(gelezen, id, teGroot);
      return;
    }
    this.#tekens += inhoud.length;
    this.telling.geldig++;
    this.records.push({ record_id: id, regel, inhoud });
  }

  /** A no outweighs every yes of the same person, in the rows before it and after it. */
  #weigerOveral(gelezen: GelezenRecord, id: string): void {
    const { regel } = gelezen;
    this.geweigerd.push({ record_id: id, regel });
    const [eerder] = this.records.splice(this.#plaatsVan(id), 1);
    if (eerder !== undefined) {
      this.telling.geldig--;
      this.#weiger(gelezen, id, dubbelId(this.#soort, eerder.regel));
      this.#regels.delete(id);
    }
    if (this.#modus !== 'mutaties') this.#regels.set(id, regel);
  }

  /** Past the last where there is none. */
  #plaatsVan(id: string): number {
    const plaats = this.#regels.has(id) ? this.records.findIndex(({ record_id }) => record_id === id) : -1;
    return plaats < 0 ? this.records.length : plaats;
  }

  #weiger({ regel, metPlaats }: GelezenRecord, id: string, fout: Fout): void {
    this.telling.foutief++;
    this.#noteer(regel, id, [metPlaats === undefined ? fout : metPlaats(fout)]);
  }

  #noteer(regel: number, id: unknown, fouten: readonly Fout[]): void {
    const record_id = toonbaarId(id, fouten);
    for (const { pad, code, ernst, melding, plaats } of fouten) {
      if (ernst === 'waarschuwing') this.telling.waarschuwingen++;
      this.#tel(code, ernst);
      if (this.foutenTeBewaren <= 0) continue;
      this.foutenTeBewaren--;
      this.fouten.push({
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

const teGroot: Fout = {
  pad: '',
  code: 'te-groot',
  melding: 'Dit record is groter dan 1 MB. Kort de teksten in, of verwijder wat er niet bij hoort.',
  ernst: 'fout',
};

/** What could not be read is told once: that its text is no value either is no news. */
function alleFouten(
  { soort, lijstControle }: Aanlevering,
  { record, fouten, metPlaats }: GelezenRecord,
): readonly Fout[] {
  if (record === undefined) return fouten;
  const verteld = new Set(fouten.map(({ pad }) => pad).filter((pad) => pad !== ''));
  const alle = lijstControle
    ? [...valideer(soort, record), ...lijstControle(record)]
    : valideer(soort, record);
  const gevonden = alle.filter(({ pad }) => !verteld.has(pad));
  return [...fouten, ...(metPlaats === undefined ? gevonden : gevonden.map(metPlaats))];
}

/** Of a record that is to be deleted nothing counts but its id. */
function verwijderFouten(aanlevering: Aanlevering, gelezen: GelezenRecord): readonly Fout[] {
  const { soort, modus } = aanlevering;
  const telt = [`/${soort.idVeld}`, `/${mutatieVeld}`];
  const fouten = alleFouten(aanlevering, gelezen).filter(({ pad }) => telt.includes(pad));
  return modus === 'mutaties' ? fouten : [...fouten, verwijderenInVolledig];
}

/** The record's id for the list of faults, unless it could lead to a person or is no id at all. */
function toonbaarId(id: unknown, fouten: readonly Fout[]): string | null {
  if (typeof id !== 'string' || fouten.some(({ code }) => code === 'bsn-als-id')) return null;
  return verbergBsn(id.slice(0, 200).toWellFormed().replaceAll('\0', '\uFFFD'));
}
