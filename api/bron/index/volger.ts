import { setTimeout as wacht } from 'node:timers/promises';
import type { Knex } from 'knex';
import {
  findActievePublicatie,
  listActievePublicaties,
  listGemeenteOins,
  listRecords,
} from '../../../db/actieve-publicaties.ts';
import { findNummer } from '../../../db/publicaties.ts';
import type { ActievePublicatieRow } from '../../../db/tables.ts';
import type { Postcodes } from '../../../domain/selectie/afstand.ts';
import { soorten } from '../../../domain/soorten/soorten.ts';
import type { Logger } from '../../../ops/logger.ts';
import type { BronIndex } from './bron-index.ts';
import { PublicatieOpbouw } from './publicatie-opbouw.ts';
import { Uitstel } from './uitstel.ts';

const ELKE_MS = 300;
const PER_KEER = 250;
/** Among the names of what fails; no publicatie is called so. */
const DATABASE = 'database';

type Actief = ActievePublicatieRow & { readonly publicatie_id: string };

export interface VolgerDeps {
  readonly db: Knex;
  readonly index: BronIndex;
  readonly postcodes: Postcodes;
  readonly logger: Logger;
  /** The folder for the files of matches, on a local disk. */
  readonly werkmap: string;
}

/**
 * Keeps the index equal to the database, in every API process by itself: it asks three times a second which publicaties
 * are active, and what is new takes over when it is completely loaded. It reads all the pointers, because
 * transactions may commit in another order than that of their versions.
 */
export class Volger {
  readonly #deps: VolgerDeps;
  readonly #stop = new AbortController();
  #wekker = new AbortController();
  #loopt: Promise<void> | undefined;
  readonly #uitstel = new Uitstel();

  constructor(deps: VolgerDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loopt ??= this.#volg();
  }

  /** Looks at once: something was just published here. */
  wek(): void {
    this.#wekker.abort();
  }

  /** Waits for the work in hand, then closes the index. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wekker.abort();
    await this.#loopt;
    await this.#deps.index.sluit();
  }

  /** Brings the index up to date once. */
  async werkBij(): Promise<void> {
    for (;;) {
      const actief = await this.#lees();
      const volgende = actief.find((rij) => this.#uitstel.mag(rij.publicatie_id) && !this.#isGeladen(rij));
      if (!volgende || this.#gestopt) return;
      await this.#laad(volgende);
    }
  }

  async #volg(): Promise<void> {
    while (!this.#gestopt) {
      this.#wekker = new AbortController();
      try {
        await this.werkBij();
        const keer = this.#uitstel.gelukt(DATABASE);
        if (keer > 0) this.#deps.logger.info({ keer }, 'The active publicaties can be asked again');
      } catch (err) {
        if (this.#uitstel.mislukt(DATABASE, err)) {
          this.#deps.logger.error({ err }, 'Could not ask which publicaties are active; trying on');
        }
      }
      await wacht(ELKE_MS, undefined, { signal: this.#wekker.signal }).catch(() => undefined);
    }
  }

  get #gestopt(): boolean {
    return this.#stop.signal.aborted;
  }

  #isGeladen({ oin, soort, publicatie_id }: Actief): boolean {
    const bekend = this.#deps.index.publicatieVan(oin, soort);
    return bekend?.publicatieId === publicatie_id && bekend.geladen;
  }

  /** The active publicaties. What was withdrawn is gone at once, what is new to us is expected. */
  async #lees(): Promise<Actief[]> {
    const { db, index } = this.#deps;
    const [oins, rijen] = await Promise.all([listGemeenteOins(db), listActievePublicaties(db)]);
    const actief = rijen.filter(
      (rij): rij is Actief => rij.publicatie_id !== null && Object.hasOwn(soorten, rij.soort),
    );
    await index.behoud(actief);
    this.#uitstel.behoud(new Set([DATABASE, ...actief.map(({ publicatie_id }) => publicatie_id)]));
    for (const { oin, soort, publicatie_id } of actief) {
      if (!index.publicatieVan(oin, soort)) index.verwacht(oin, soort, publicatie_id);
    }
    index.zetGemeenten(oins);
    return actief;
  }

  /** Puts the publicatie in the index, unless it is no longer the active one when it is ready. */
  async #laad({ oin, soort, publicatie_id }: Actief): Promise<void> {
    const { db, index, postcodes, logger, werkmap } = this.#deps;
    const begin = performance.now();
    const velden = { gemeente: oin, soort, publicatieId: publicatie_id };
    try {
      const opbouw = await PublicatieOpbouw.begin(soorten[soort], postcodes, werkmap);
      const geladen = await this.#vul(opbouw, publicatie_id);
      // Replaced meanwhile: its records may have been removed while they were read.
      if (!geladen || (await findActievePublicatie(db, oin, soort)) !== publicatie_id) {
        await geladen?.sluit();
        return;
      }
      await index.zet(oin, soort, publicatie_id, geladen);
      const ms = Math.round(performance.now() - begin);
      this.#uitstel.gelukt(publicatie_id);
      logger.info({ ...velden, records: geladen.aantal, ms }, 'Publicatie can be found');
    } catch (err) {
      index.meldMislukt(oin, soort);
      if (!this.#uitstel.mislukt(publicatie_id, err)) return;
      logger.error({ err, ...velden }, 'Could not load a publicatie; the one before stays, trying on');
    }
  }

  async #vul(opbouw: PublicatieOpbouw, publicatieId: string) {
    try {
      const { db } = this.#deps;
      const nummer = await findNummer(db, publicatieId);
      for (let na = ''; nummer !== undefined && !this.#gestopt;) {
        const records = await listRecords(db, nummer, na, PER_KEER);
        await opbouw.voegToe(records);
        const laatste = records.at(-1);
        if (!laatste || records.length < PER_KEER) return await opbouw.rondAf();
        na = laatste.record_id;
      }
    } catch (err) {
      await opbouw.verwerp();
      throw err;
    }
    await opbouw.verwerp();
    return undefined;
  }
}
