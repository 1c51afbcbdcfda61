import type { Fill, Style } from 'exceljs';

export type Markering = 'geen' | 'fout' | 'waarschuwing' | 'kop' | 'uitleg';

const vulling = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const opmaak: Readonly<Record<Markering, Partial<Style>>> = {
  geen: {},
  fout: { fill: vulling('FFFFC7CE'), font: { color: { argb: 'FF9C0006' } } },
  waarschuwing: { fill: vulling('FFFFEB9C'), font: { color: { argb: 'FF7F6000' } } },
  kop: { fill: vulling('FF9C0006'), font: { bold: true, color: { argb: 'FFFFFFFF' } } },
  uitleg: { alignment: { wrapText: true, vertical: 'top' } },
};

/** The look of cells, each made once: ExcelJS knows a style again by the object that it is. */
export class Stijlen {
  readonly #gemaakt = new Map<string, Partial<Style>>();

  geef(notatie: string, markering: Markering): Partial<Style> {
    const sleutel = `${markering} ${notatie}`;
    let stijl = this.#gemaakt.get(sleutel);
    if (stijl === undefined) {
      stijl = { ...opmaak[markering], numFmt: notatie };
      this.#gemaakt.set(sleutel, stijl);
    }
    return stijl;
  }
}
