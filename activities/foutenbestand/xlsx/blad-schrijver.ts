import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type ExcelJS from 'exceljs';
import { celtekst } from '../../../domain/werkblad/celtekst.ts';
import type { Bladvorm } from '../bladvormen.ts';
import { fouttekst, zin } from '../fouttekst.ts';
import type { RijMetFouten } from '../met-fouten.ts';
import { celwaarde } from './celwaarde.ts';
import type { Stijlen } from './stijlen.ts';

const FOUTBREEDTE = 80;
const TEKST = '@';

/** Between two looks at whether the zip can keep up. */
const RIJEN_PER_BEURT = 20;

/** One sheet of the workbook that comes back. */
export class BladSchrijver {
  readonly #blad: ExcelJS.Worksheet;
  readonly #vorm: Bladvorm;
  readonly #stijlen: Stijlen;
  readonly #kop: string | undefined;
  #geschreven = 0;

  /** `kop`: the heading of the faults, absent for a sheet without. */
  constructor(
    werkmap: ExcelJS.stream.xlsx.WorkbookWriter,
    vorm: Bladvorm,
    { naam, kop, stijlen }: { naam: string; kop: string | undefined; stijlen: Stijlen },
  ) {
    this.#blad = werkmap.addWorksheet(naam, { state: vorm.blad.verborgen ? 'hidden' : 'visible' });
    this.#vorm = vorm;
    this.#stijlen = stijlen;
    this.#kop = kop;
    for (let kolom = 0; kolom < vorm.kolommen; kolom++) {
      const tekens = vorm.tekens[kolom] ?? 0;
      if (tekens > 0) this.#blad.getColumn(kolom + 1).width = Math.min(50, Math.max(9, tekens + 2));
    }
    if (kop !== undefined) this.#blad.getColumn(vorm.kolommen + 1).width = FOUTBREEDTE;
  }

  async schrijf(rij: RijMetFouten): Promise<void> {
    // A row at a time, also where many are empty: ExcelJS moves all that lies between for each of them.
    while (this.#geschreven < rij.rij - 1) await this.#leg(this.#blad.addRow([]));
    const doel = this.#blad.addRow([]);
    doel.hidden = rij.verborgen;
    this.#vul(doel, rij);
    await this.#leg(doel);
  }

  sluit(): void {
    this.#blad.commit();
  }

  #vul(doel: ExcelJS.Row, { rij, cellen, fouten }: RijMetFouten): void {
    const { kolommen, eersteRij } = this.#vorm;
    for (let kolom = 0; kolom < Math.min(cellen.length, kolommen); kolom++) {
      const cel = cellen[kolom];
      const inhoud = cel && celwaarde(cel);
      if (inhoud === undefined) continue;
      const plek = doel.getCell(kolom + 1);
      plek.value = inhoud.waarde;
      plek.style = this.#stijlen.geef(inhoud.notatie, 'geen');
    }
    if (this.#kop === undefined) return;
    for (const kolom of new Set(fouten.map((fout) => fout.kolom))) {
      if (kolom === null || kolom >= kolommen) continue;
      const plek = doel.getCell(kolom + 1);
      const hier = fouten.filter((fout) => fout.kolom === kolom);
      const ernst = hier.some((fout) => fout.ernst === 'fout') ? 'fout' : 'waarschuwing';
      plek.style = this.#stijlen.geef(plek.style.numFmt ?? TEKST, ernst);
      plek.note = celtekst(hier.map(zin).join('\n'));
    }
    const tekst = [rij === eersteRij ? this.#kop : '', fouttekst(fouten)].filter(Boolean).join('\n');
    if (tekst === '') return;
    const plek = doel.getCell(kolommen + 1);
    plek.value = celtekst(tekst);
    plek.style = this.#stijlen.geef(TEKST, rij === eersteRij ? 'kop' : 'uitleg');
  }

  async #leg(rij: ExcelJS.Row): Promise<void> {
    rij.commit();
    if (++this.#geschreven % RIJEN_PER_BEURT === 0) await this.#wachtOpZip();
  }

  /** ExcelJS goes on writing whatever the zip can take; nothing at all, written to the zip, says whether it is full. */
  async #wachtOpZip(): Promise<void> {
    const { stream } = this.#blad as unknown as { stream: { pipes: readonly Writable[] } };
    for (const pijp of stream.pipes) if (!pijp.write(Buffer.alloc(0))) await once(pijp, 'drain');
  }
}
