import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import { haalOp } from '../../../domain/selectie/pad.ts';
import type { RecordInhoud, Soort } from '../../../domain/soorten/soort.ts';
import { Adem } from './adem.ts';
import { type Kolom, KolomOpbouw, verdubbeld } from './kolom.ts';
import { type LijstKolom, LijstKolomOpbouw } from './lijst-kolom.ts';
import { LocatiesOpbouw } from './locaties.ts';
import { MatchBestand } from './match-bestand.ts';
import { Matches } from './matches.ts';
import { PublicatieIndex } from './publicatie-index.ts';
import { waardetype } from './waardetype.ts';

/** A record as the database keeps it. */
export interface BewaardRecord {
  readonly record_id: string;
  readonly inhoud: string;
}

/** Builds the index of one publicatie, record by record, and lets the requests of others in between. */
export class PublicatieOpbouw {
  readonly #soort: Soort;
  readonly #map: string;
  readonly #kolommen: readonly { readonly pad: string; readonly opbouw: KolomOpbouw }[];
  readonly #lijsten: readonly { readonly pad: string; readonly opbouw: LijstKolomOpbouw }[];
  readonly #locaties: LocatiesOpbouw;
  readonly #bestand: MatchBestand;
  /** The file with the matches in their final order, until the index owns it. */
  #geordend: MatchBestand | undefined;
  readonly #adem = new Adem();
  #lengten = new Uint32Array(256);
  #aantal = 0;
  #laatste = '';

  private constructor(soort: Soort, postcodes: Postcodes, map: string, bestand: MatchBestand) {
    this.#soort = soort;
    this.#map = map;
    this.#bestand = bestand;
    this.#locaties = new LocatiesOpbouw(postcodes);
    const { waarden, lijsten } = soort.selecteerbaar;
    this.#kolommen = waarden.map((veld) => ({ pad: veld.pad, opbouw: new KolomOpbouw(waardetype(veld)) }));
    this.#lijsten = lijsten.map((veld) => ({ pad: veld.pad, opbouw: new LijstKolomOpbouw(veld) }));
  }

  /** `map`: the folder for the files of matches. End with `rondAf` or `verwerp`. */
  static async begin(soort: Soort, postcodes: Postcodes, map: string): Promise<PublicatieOpbouw> {
    return new PublicatieOpbouw(soort, postcodes, map, await MatchBestand.maak(map));
  }

  /** Adds records, which come in the order of their ids. */
  async voegToe(records: Iterable<BewaardRecord>): Promise<void> {
    for (const { record_id, inhoud } of records) {
      if (record_id <= this.#laatste) throw new Error('Records must come in the order of their ids');
      this.#laatste = record_id;
      const record = JSON.parse(inhoud) as RecordInhoud;
      if (this.#locaties.voegToe(haalOp(record, this.#soort.postcodeVeld))) {
        for (const { pad, opbouw } of this.#kolommen) opbouw.voegToe(haalOp(record, pad));
        for (const { opbouw } of this.#lijsten) opbouw.voegToe(record);
        await this.#bewaar(`${JSON.stringify(this.#soort.alsMatch(record))},`);
      }
      await this.#adem.haal();
    }
  }

  /** The finished index, its matches ordered like its records, so that neighbours are read together. */
  async rondAf(): Promise<PublicatieIndex> {
    await this.#bestand.rondAf();
    const { locaties, volgorde } = this.#locaties.rondAf();
    const matches = await this.#orden(volgorde);
    const kolommen = new Map<string, Kolom>();
    for (const { pad, opbouw } of this.#kolommen) {
      kolommen.set(pad, await opbouw.rondAf(volgorde, this.#adem));
    }
    const lijsten = new Map<string, LijstKolom>();
    for (const { pad, opbouw } of this.#lijsten) {
      lijsten.set(pad, await opbouw.rondAf(volgorde, this.#adem));
    }
    await this.#bestand.sluit();
    return new PublicatieIndex({ kolommen, lijsten, locaties, rang: volgorde, matches });
  }

  /** Gives up: nothing of it stays. */
  async verwerp(): Promise<void> {
    await Promise.all([this.#bestand.sluit(), this.#geordend?.sluit()]);
  }

  async #bewaar(match: string): Promise<void> {
    const lengte = Buffer.byteLength(match);
    (await this.#bestand.vak(lengte)).write(match);
    if (this.#aantal === this.#lengten.length) this.#lengten = verdubbeld(this.#lengten);
    this.#lengten[this.#aantal] = lengte;
    this.#aantal += 1;
  }

  async #orden(volgorde: Uint32Array): Promise<Matches> {
    const oud = new Float64Array(this.#aantal);
    for (let i = 1; i < oud.length; i += 1) oud[i] = (oud[i - 1] ?? 0) + (this.#lengten[i - 1] ?? 0);
    const bestand = (this.#geordend = await MatchBestand.maak(this.#map));
    const begin = new Float64Array(this.#aantal + 1);
    let nieuw = 0;
    for (const record of volgorde) {
      const lengte = this.#lengten[record] ?? 0;
      this.#bestand.lees(await bestand.vak(lengte), 0, lengte, oud[record] ?? 0);
      nieuw += 1;
      begin[nieuw] = bestand.lengte;
      await this.#adem.haal();
    }
    await bestand.rondAf();
    return new Matches(bestand, begin);
  }
}
