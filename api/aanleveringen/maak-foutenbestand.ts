import type { Readable } from 'node:stream';
import { openFoutenbestand } from '../../activities/foutenbestand/foutenbestand.ts';
import type { Opdracht } from '../../activities/foutenbestand/opdracht.ts';
import { countFouten } from '../../db/aanlevering-fouten.ts';
import { findBewaard } from '../../db/bewaarde-bestanden.ts';
import { recordEvent } from '../../db/gebeurtenissen.ts';
import type { AanleveringRow } from '../../db/tables.ts';
import { transactie } from '../../db/transactie.ts';
import {
  FoutenbestandTeDruk,
  FoutenbestandVerlopen,
} from '../../domain/aanleveringen/foutenbestand-fouten.ts';
import { NietGevonden } from '../../domain/errors.ts';
import type { ApiDeps } from '../deps.ts';

/** Files that one process makes at once; each takes a thread. */
const tegelijk = 2;

export interface Vrager {
  readonly subject: string;
  readonly correlatieId: string;
}

/** Gives uploads back with their faults, a few at a time. */
export class Foutenbestanden {
  readonly #deps: Pick<ApiDeps, 'db' | 'databaseUrl' | 'clock'>;
  #bezig = 0;

  constructor(deps: Pick<ApiDeps, 'db' | 'databaseUrl' | 'clock'>) {
    this.#deps = deps;
  }

  /** Throws `NietGevonden` where there are no faults, `FoutenbestandVerlopen`, or `FoutenbestandTeDruk`. */
  async maak(upload: AanleveringRow, vrager: Vrager): Promise<Readable> {
    await this.#controleer(upload);
    if (this.#bezig >= tegelijk) throw new FoutenbestandTeDruk();
    const inhoud = await this.#open(upload);
    try {
      await this.#noteer(upload, vrager);
      return inhoud;
    } catch (error) {
      inhoud.destroy();
      throw error;
    }
  }

  /** Holds one of the places until the file has been sent, or nobody is there any more to send it to. */
  async #open(upload: AanleveringRow): Promise<Readable> {
    this.#bezig++;
    try {
      const inhoud = await openFoutenbestand(await this.#opdracht(upload));
      inhoud.once('close', () => this.#bezig--);
      return inhoud;
    } catch (error) {
      this.#bezig--;
      // Pieces that are missing are no fault of UM when the file was deleted while it was being read.
      throw (await this.#isBewaard(upload)) ? error : new FoutenbestandVerlopen();
    }
  }

  async #controleer(upload: AanleveringRow): Promise<void> {
    if (upload.afgerond_op === null || upload.fouten_tot === null) {
      throw new NietGevonden('Deze aanlevering loopt nog. Haal het bestand op als zij is afgerond.');
    }
    const aantallen = await countFouten(this.#deps.db, upload.id);
    if (aantallen.length === 0) throw new NietGevonden('In dit bestand zijn geen fouten gevonden.');
    if (!(await this.#isBewaard(upload))) throw new FoutenbestandVerlopen();
  }

  /** Whether there still is what the file is made of. JSON has no cells to mark: its list comes of the faults alone. */
  async #isBewaard({ oin, id, fouten_tot, formaat }: AanleveringRow): Promise<boolean> {
    const nu = this.#deps.clock().toISOString();
    if (isJson(formaat)) return fouten_tot !== null && fouten_tot > nu;
    return (await findBewaard(this.#deps.db, oin, id, nu)) !== undefined;
  }

  async #opdracht({ id, formaat, bytes, fouten_bewaard }: AanleveringRow): Promise<Opdracht> {
    const aantallen = await countFouten(this.#deps.db, id);
    const totaal = aantallen.reduce((som, { aantal }) => som + aantal, 0);
    return {
      databaseUrl: this.#deps.databaseUrl,
      aanleveringId: id,
      formaat: formaat ?? '',
      grootte: bytes,
      nietBewaard: totaal - fouten_bewaard,
      nu: this.#deps.clock().toISOString(),
    };
  }

  async #noteer({ id, oin }: AanleveringRow, { subject, correlatieId }: Vrager): Promise<void> {
    await transactie(this.#deps.db, (trx) =>
      recordEvent(trx, {
        tijdstip: this.#deps.clock().toISOString(),
        oin,
        actor: subject,
        actie: 'aanlevering-foutenbestand-opgehaald',
        objectSoort: 'aanlevering',
        objectId: id,
        uitkomst: 'gelukt',
        correlatieId,
      }),
    );
  }
}

const isJson = (formaat: string | null): boolean => formaat === 'json' || formaat === 'ndjson';

/** Until when the file can be had: as long as it is kept, and of JSON, which has no cells, as long as its faults are. */
export const beschikbaarTot = ({ formaat, fouten_bewaard, fouten_tot, bestand_tot }: AanleveringRow) =>
  isJson(formaat) && fouten_bewaard > 0 ? fouten_tot : bestand_tot;
