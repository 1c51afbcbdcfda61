import type { FoutAantal, NieuweFout } from '../../../db/aanlevering-fouten.ts';
import type { Telling } from '../../../db/aanleveringen.ts';
import type { NieuwRecord } from '../../../db/publicatie-records.ts';
import type { Verwijdering } from '../../../db/verwijderingen.ts';
import type { Modus } from '../../../domain/aanleveringen/wensen.ts';
import type { Soort } from '../../../domain/soorten/soort.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import { type GelezenRecord, grootsteRecord, type Leespunt } from '../lezer.ts';
import type { Aanlevering } from './aanlevering.ts';
import { dubbelId } from './dubbel-id.ts';
import { Foutenlijst } from './foutenlijst.ts';
import type { Partij } from './partij.ts';
import { alleFouten, naamFouten, teGroot, verwijderFouten, zonderId } from './record-fouten.ts';
import { Teksten } from './teksten.ts';

/** Validates records as they are read and puts those of one batch together. A batch holds until the next is asked for. */
export async function* maakPartijen(
  aanlevering: Aanlevering,
  gelezen: AsyncIterable<GelezenRecord>,
  foutenTeBewaren: number,
): AsyncGenerator<Partij> {
  const teksten = new Teksten();
  let partij: PartijInOpbouw | undefined;
  for await (const record of gelezen) {
    if (partij !== undefined && partij.nummer !== record.partij) {
      yield partij;
      teksten.wis();
      partij = new PartijInOpbouw(record.partij, aanlevering, teksten, partij.foutenTeBewaren);
    }
    partij ??= new PartijInOpbouw(record.partij, aanlevering, teksten, foutenTeBewaren);
    partij.neem(record);
  }
  if (partij !== undefined) yield partij;
}

const isFout = ({ ernst }: Fout): boolean => ernst === 'fout';

class PartijInOpbouw implements Partij {
  readonly nummer: number;
  readonly records: NieuwRecord[] = [];
  readonly verwijderingen: Verwijdering[] = [];
  readonly geweigerd: Verwijdering[] = [];
  blad: string | undefined;
  readonly #telling = {
    gelezen: 0,
    geldig: 0,
    foutief: 0,
    verwijderingen: 0,
    zonderToestemming: 0,
  };
  volgende: Leespunt = { byte: 0, regel: 0 };
  readonly #aanlevering: Aanlevering;
  readonly #soort: Soort;
  readonly #modus: Modus;
  readonly #teksten: Teksten;
  readonly #regels = new Map<string, number>();
  readonly #fouten: Foutenlijst;

  constructor(nummer: number, aanlevering: Aanlevering, teksten: Teksten, foutenTeBewaren: number) {
    this.nummer = nummer;
    this.#aanlevering = aanlevering;
    this.#soort = aanlevering.soort;
    this.#modus = aanlevering.modus;
    this.#teksten = teksten;
    this.#fouten = new Foutenlijst(foutenTeBewaren);
  }

  get telling(): Telling {
    return { ...this.#telling, waarschuwingen: this.#fouten.waarschuwingen };
  }

  get fouten(): readonly NieuweFout[] {
    return this.#fouten.bewaard;
  }

  get aantallen(): readonly FoutAantal[] {
    return this.#fouten.aantallen;
  }

  get foutenTeBewaren(): number {
    return this.#fouten.teBewaren;
  }

  neem(gelezen: GelezenRecord): void {
    const { regel, volgende, record } = gelezen;
    this.volgende = volgende;
    this.blad = gelezen.blad;
    this.#telling.gelezen++;
    const id = record?.[this.#soort.idVeld];
    if (gelezen.zonderToestemming) {
      this.#telling.zonderToestemming++;
      if (typeof id !== 'string') {
        if (this.#modus === 'mutaties') this.#weiger(gelezen, id, zonderId(this.#soort));
        return;
      }
      this.#weigerOveral(gelezen, id);
      // Who withdrew consent must not stay in a set that is only changed.
      if (this.#modus !== 'mutaties') return;
    }
    const gevonden = gelezen.verwijderen
      ? verwijderFouten(this.#aanlevering, gelezen)
      : alleFouten(this.#aanlevering, gelezen);
    // What was not found to be valid may be nested too deep to be written.
    const isGoed = record !== undefined && !gelezen.verwijderen && !gevonden.some(isFout);
    const inhoud = isGoed ? JSON.stringify(record) : undefined;
    const fouten = [...gevonden, ...naamFouten(this.#soort, gelezen, inhoud)];
    if (fouten.length > 0) this.#fouten.noteer(regel, id, fouten);
    if (fouten.some(isFout) || typeof id !== 'string') this.#telling.foutief++;
    else this.#neemGoed(gelezen, id, inhoud);
  }

  /** `tekst`: the record as it is stored; absent of one that is to be deleted. */
  #neemGoed(gelezen: GelezenRecord, id: string, tekst: string | undefined): void {
    const { regel } = gelezen;
    const eersteRegel = this.#regels.get(id);
    if (eersteRegel !== undefined) {
      this.#weiger(gelezen, id, dubbelId(this.#soort, eersteRegel));
      return;
    }
    this.#regels.set(id, regel);
    if (tekst === undefined) {
      this.#telling.geldig++;
      this.#telling.verwijderingen++;
      this.verwijderingen.push({ record_id: id, regel });
      return;
    }
    const inhoud = this.#teksten.neem(tekst);
    // A reader of JSON saw this coming; the rows of a table add up to a record only now.
    if (inhoud.length > grootsteRecord) {
      this.#weiger(gelezen, id, teGroot);
      return;
    }
    this.#telling.geldig++;
    this.records.push({ record_id: id, regel, inhoud });
  }

  /** A no outweighs every yes of the same person, in the rows before it and after it. */
  #weigerOveral(gelezen: GelezenRecord, id: string): void {
    const { regel } = gelezen;
    this.geweigerd.push({ record_id: id, regel });
    const [eerder] = this.records.splice(this.#plaatsVan(id), 1);
    if (eerder !== undefined) {
      this.#telling.geldig--;
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

  #weiger({ regel, metPlaats }: GelezenRecord, id: unknown, fout: Fout): void {
    this.#telling.foutief++;
    this.#fouten.noteer(regel, id, [metPlaats === undefined ? fout : metPlaats(fout)]);
  }
}
