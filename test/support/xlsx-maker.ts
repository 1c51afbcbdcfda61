import { schrijfZip, type ZipDeel } from './zip-schrijver.ts';

const HOOFD = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAKKET = 'http://schemas.openxmlformats.org/package/2006';

export interface XlsxDelen {
  /** What stands between the tags of `sheetData`. */
  readonly rijen?: string;
  /** The whole sheet part instead. */
  readonly blad?: string | Uint8Array;
  /** `si` elements. */
  readonly teksten?: string;
  /** What stands within `styleSheet`. */
  readonly stijlen?: string;
  readonly werkmapPr?: string;
  readonly extra?: readonly ZipDeel[];
  readonly pak?: boolean;
  readonly werkmapType?: string;
}

/** A workbook with one sheet, "Blad1", of hand-made XML. */
export function maakXlsx(delen: XlsxDelen = {}): Buffer {
  return schrijfZip(xlsxDelen(delen));
}

export function xlsxDelen(delen: XlsxDelen): ZipDeel[] {
  const pak = delen.pak ?? false;
  const relatie = (id: string, soort: string, doel: string): string =>
    `<Relationship Id="${id}" Type="${TYPE}/${soort}" Target="${doel}"/>`;
  return [
    {
      naam: '[Content_Types].xml',
      inhoud: `<Types xmlns="${PAKKET}/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${delen.werkmapType ?? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'}"/></Types>`,
    },
    {
      naam: '_rels/.rels',
      inhoud: `<Relationships xmlns="${PAKKET}/relationships">${relatie('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      naam: 'xl/workbook.xml',
      inhoud: `<workbook ${HOOFD} ${R}>${delen.werkmapPr ?? ''}<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      naam: 'xl/_rels/workbook.xml.rels',
      inhoud: `<Relationships xmlns="${PAKKET}/relationships">${relatie('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relatie('rId2', 'sharedStrings', 'sharedStrings.xml')}${relatie('rId3', 'styles', 'styles.xml')}</Relationships>`,
    },
    { naam: 'xl/sharedStrings.xml', inhoud: `<sst ${HOOFD}>${delen.teksten ?? ''}</sst>`, pak },
    { naam: 'xl/styles.xml', inhoud: `<styleSheet ${HOOFD}>${delen.stijlen ?? ''}</styleSheet>`, pak },
    {
      naam: 'xl/worksheets/sheet1.xml',
      inhoud: delen.blad ?? `<worksheet ${HOOFD}><sheetData>${delen.rijen ?? ''}</sheetData></worksheet>`,
      pak,
    },
    ...(delen.extra ?? []),
  ];
}
