import { IsDate } from 'typebox/format';
import type { JsonSchema } from '../soorten/json-schema.ts';
import { celdatumMelding, typeMelding, waardeMelding } from '../validatie/melding.ts';
import { isBreuk, zonderRekenrest } from './heel-getal.ts';
import { keuzesVan, zoekKeuze } from './keuzes.ts';
import { uitCeltekst } from './markering.ts';
import { isNull } from './null.ts';
import { zonderOnzichtbaar } from './onzichtbaar.ts';
import { isRekenfout } from './rekenfout.ts';

/** A filled cell, as the readers of spreadsheets hand it over. */
export interface Cel {
  readonly soort: 'tekst' | 'getal' | 'datum' | 'tijd' | 'waar' | 'fout';
  /** The value as text, in a form that does not depend on a locale. */
  readonly tekst: string;
  /** What the user sees, where that is known and differs: `0012` for 12 shown with four digits. */
  readonly weergave?: string;
}

/** The value of a cell; or the cell's text, and the end of a sentence that says why it is no value. */
export type Celwaarde =
  | { readonly waarde: string | number }
  | { readonly waarde: string; readonly code: string; readonly gezegde: string };

/** What the cell means for this field; undefined when it is empty. The limits of the field are not its concern. */
export function leesCel(schema: JsonSchema, gegeven: Cel | undefined): Celwaarde | undefined {
  if (gegeven === undefined) return undefined;
  const cel = isVrij(schema) ? gegeven : zonderOnzichtbaar(gegeven);
  // In a CSV file an error is a text.
  if (cel.soort === 'fout' || isRekenfout(cel.tekst.trim()))
    return { waarde: cel.tekst, code: 'cel', gezegde: onleesbaar(cel) };
  if (cel.tekst === '' || isNull(cel)) return undefined;
  if (!isVrij(schema) && cel.tekst.trim() === '') return undefined;
  const keuzes = keuzesVan(schema);
  if (keuzes !== undefined) {
    const code = zoekKeuze(keuzes, cel.soort === 'waar' ? jaOfNee(cel.tekst) : zonderNulBreuk(cel));
    if (code !== undefined) return { waarde: code };
    if (keuzes.gesloten) return { waarde: cel.tekst, code: 'waarde', gezegde: waardeMelding(schema) };
  }
  if (schema.type === 'integer') return leesGetal(schema, cel);
  if (schema.format === 'date') return leesDatum(cel);
  return leesTekst(schema, cel);
}

/** Text in which white space may mean something. An address is none, though somebody may have typed a BSN in it. */
export const isVrij = (schema: JsonSchema): boolean =>
  schema['x-vrije-tekst'] === true && schema.title !== 'E-mailadres';

/** Whether nothing stands in a cell; a formula without a result is something, though no text shows it. */
export const isLeeg = (cel: Cel | undefined): boolean =>
  cel === undefined || (cel.soort !== 'fout' && cel.tekst.trim() === '');

const zonderUitkomst =
  'heeft geen uitkomst: de formule is nog niet uitgerekend; open het bestand in uw rekenprogramma, sla het op en lever het opnieuw aan';
const foutInCel = 'bevat een foutmelding van het rekenprogramma; vul de waarde zelf in';

/** A lookup that found an empty cell gives the number 0, which the format of a date shows as this day. */
const DAG_NUL = '1900-01-00';
const dagNul =
  'is opgemaakt als datum en bevat het getal 0, en dat is geen datum; vul de waarde zelf in, of maak de cel leeg';
const geenDatum = 'is opgemaakt als datum en bevat geen datum die bestaat; vul de waarde zelf in';
const geenWaarde = 'bevat iets anders dan het soort waarde dat de cel zegt te hebben; vul de waarde zelf in';

/** Why a cell with an error says nothing, or a text that is what a spreadsheet shows of one. */
export function onleesbaar(cel: Cel): string {
  const tekst = cel.tekst.trim();
  if (tekst === '') return zonderUitkomst;
  if (tekst.startsWith('#') || isRekenfout(tekst)) return foutInCel;
  if (tekst === DAG_NUL) return dagNul;
  return /^(?:-?[0-9.]{1,25}|[0-9]{4}-[0-9]{2}-[0-9]{2}.{0,30})$/.test(tekst) ? geenDatum : geenWaarde;
}

/** A program that keeps whole numbers as fractions writes 36 as 36.0; with three zeros it could be a thousandfold. */
const zonderNulBreuk = (cel: Cel): string =>
  zonderRekenrest(cel)
    .trim()
    .replace(/^(-?[0-9]+)[.,]0{1,2}$/, '$1');

const jaOfNee = (tekst: string): string => (tekst === 'true' ? 'Ja' : 'Nee');

function leesGetal(schema: JsonSchema, cel: Cel): Celwaarde {
  const { soort, tekst } = cel;
  const getal = zonderNulBreuk(cel);
  if ((soort === 'getal' || soort === 'tekst') && /^-?[0-9]{1,15}$/.test(getal))
    return { waarde: Number(getal) };
  // The sheet may show 32 of it.
  const watErStaat = isBreuk(getal) ? `; er staat “${getal}”` : '';
  return { waarde: tekst, code: 'type', gezegde: `${typeMelding(schema, undefined)}${watErStaat}` };
}

/** As people write a date in the Netherlands: day, month, year of four digits. */
const dagMaandJaar = /^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})$/;
/** A time behind a date takes nothing from the day, unless it is that of another time zone. */
const tijdstip = /(?<=[0-9])[T ] ?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?$/;

function leesDatum({ tekst }: Cel): Celwaarde {
  const geschreven = tekst.trim().replace(tijdstip, '');
  const [, dag = '', maand = '', jaar = ''] = dagMaandJaar.exec(geschreven) ?? [];
  const datum = jaar === '' ? geschreven : `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
  return IsDate(datum) ? { waarde: datum } : { waarde: tekst, code: 'datum', gezegde: celdatumMelding() };
}

function leesTekst(schema: JsonSchema, cel: Cel): Celwaarde {
  const geworden = andereSoort[cel.soort];
  if (geworden !== undefined) return { waarde: cel.tekst, code: 'notatie', gezegde: alsTekst(geworden) };
  if (cel.soort === 'getal') return leesGetalAlsTekst(schema, cel.weergave ?? cel.tekst);
  if (isVrij(schema)) return { waarde: uitCeltekst(cel.tekst) };
  // An address or a code with a space behind it, which nobody sees, equals no other.
  const tekst = uitCeltekst(cel.tekst.trim());
  if (wetenschappelijk.test(tekst))
    return { waarde: tekst, code: 'getal', gezegde: alsTekst('een afgerond getal') };
  // In a CSV file every number is a text.
  if (schema['x-cijfers'] === tekst.length + 1 && /^[1-9][0-9]*$/.test(tekst)) return { waarde: `0${tekst}` };
  // No pattern of the standard allows white space: `1234 AB` can only mean 1234AB.
  return { waarde: schema.pattern === undefined ? tekst : tekst.replace(/\s+/g, '') };
}

/** `1-2` that became the first of February, `8:30` that became a moment: what was typed cannot be told any more. */
const andereSoort: Partial<Record<Cel['soort'], string>> = {
  datum: 'een datum',
  tijd: 'een tijd',
  waar: 'WAAR of ONWAAR',
};

/** `6,12E+08`: how a long number reads in a narrow column, and in the CSV file that is made of it. */
const wetenschappelijk = /^-?[0-9](?:[.,][0-9]+)?E[+-][0-9]+$/i;
/** A spreadsheet keeps fifteen digits, and puts zeros in the place of the others. */
const afgerond = /^-?[0-9]{15}0+$/;

/** A spreadsheet that took a text for a number dropped its leading zeros, where no format kept them in sight. */
function leesGetalAlsTekst(schema: JsonSchema, tekst: string): Celwaarde {
  if (afgerond.test(tekst)) return { waarde: tekst, code: 'getal', gezegde: alsTekst('een afgerond getal') };
  const cijfers = schema['x-cijfers'];
  if (cijfers === undefined) return { waarde: tekst };
  if (/^[0-9]+$/.test(tekst)) {
    if (tekst.length === cijfers) return { waarde: tekst };
    if (tekst.length === cijfers - 1) return { waarde: `0${tekst}` };
  }
  const gezegde = alsTekst('een getal', ' en kan daardoor nullen missen');
  return { waarde: tekst, code: 'getal', gezegde };
}

const alsTekst = (wat: string, gevolg = ''): string =>
  `is in het rekenprogramma ${wat} geworden${gevolg}; geef de cel de notatie Tekst en vul haar opnieuw in`;
