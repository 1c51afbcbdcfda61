import { type Cel, onleesbaar } from '../werkblad/lees-cel.ts';
import { isRekenfout } from '../werkblad/rekenfout.ts';
import { zonderOnzichtbaar } from '../werkblad/onzichtbaar.ts';
import { plat } from './kop.ts';

const heel =
  /^(?:indicatie)?(?:toestemming|akkoord|consent)(?:gegeven|verklaring|sverklaring|klant|werkzoekende|kandidaat|janee|jn)?$/;
const over = /toestemming|akkoord|consent|bezwaartegen/;
const waarvoor = /del(?:en|ing)|gedeeld|uitwissel|vum|publi|profiel|avg|gegevens|derden|match/;
/** What people consent to besides, and what is no answer. */
const anders = /foto|beeld|video|nieuwsbrief|medisch|datum|door|reden|toelichting|opmerking/;

const gedeeld =
  /^(?:mag|wil).*(?:gedeeld|delen)|(?:profiel|gegevens|cv)(?:mag)?delen|delen(?:van)?(?:het)?(?:profiel|gegevens|cv)/;

/** Below `Geen toestemming`, `Bezwaar tegen delen` or `Mag niet gedeeld worden` the word `Ja` says the opposite. */
const omgekeerd = /geen|niet|zonder|bezwaar|weiger|intrek|ingetrokken/;

/** Whether a column says, by its heading, who may be shown to others: `Ja` below it is consent. */
export const isToestemmingKop = (kop: string): boolean =>
  isOverDelen(plat(kop)) && !omgekeerd.test(plat(kop));

/** Whether a column may decide on consent, also where only a person can tell in what way. */
export function raaktToestemming(kop: string): boolean {
  const letters = plat(kop);
  return isOverDelen(letters) || (over.test(letters) && omgekeerd.test(letters) && !anders.test(letters));
}

function isOverDelen(letters: string): boolean {
  if (heel.test(letters) || (gedeeld.test(letters) && !anders.test(letters))) return true;
  return over.test(letters) && waarvoor.test(letters) && !anders.test(letters);
}

/** Nothing else counts as consent, unless the mapping says so. */
const JA = ['Ja', 'J'];

/** Reads the cells of a column with consent. */
export interface Toestemminglezer {
  /** Whether a cell gives consent; an empty cell does not, nor one that cannot be read. */
  readonly geeft: (cel: Cel | undefined) => boolean;
  /**
   * Why nobody can tell what a cell that gives none says, as the end of a sentence: it holds an error, a formula
   * without a result, or a yes with something about it. Undefined where it is no consent: a column that broke must not
   * pass for people who say no.
   */
  readonly onleesbaar: (cel: Cel | undefined) => string | undefined;
}

export function maakToestemming(waarden: readonly string[] = JA): Toestemminglezer {
  const geldig = new Set(waarden.map(antwoord));
  // A tick is `true` in a workbook, and what Dutch Excel writes of it in a CSV file.
  if (geldig.has('ja')) geldig.add('waar');
  if (geldig.has('waar')) geldig.add('true');
  const bijna = new Set(waarden.map(plat).filter((letters) => letters !== ''));
  const twijfel = `lijkt op “${waarden[0]}” maar is het niet precies; vul “${waarden[0]}” in als de toestemming er is, en maak de cel anders leeg`;
  return {
    geeft: (cel) => cel !== undefined && cel.soort !== 'fout' && geldig.has(antwoord(cel.tekst)),
    onleesbaar: (cel) => cel && (rekenfout(cel) ?? (bijna.has(plat(cel.tekst)) ? twijfel : undefined)),
  };
}

/** `JA`, and `Ja.` at the end of a line; `Ja?` and `≠ ja` are doubt, and `jа` may have a letter of another alphabet. */
const antwoord = (tekst: string): string => {
  const zichtbaar = zonderOnzichtbaar({ soort: 'tekst', tekst }).tekst;
  const kort = zichtbaar.replace(/\s+/g, ' ').trim().normalize('NFC').toLowerCase();
  return kort.length > 1 && kort.endsWith('.') ? kort.slice(0, -1).trim() : kort;
};

function rekenfout(cel: Cel): string | undefined {
  const tekst = cel.tekst.trim();
  // In a CSV file an error is a text, and so is a formula in a cell with the format Text.
  if (cel.soort === 'fout' || isRekenfout(tekst)) return onleesbaar(cel);
  return cel.soort === 'tekst' && tekst.startsWith('=') ? formuleAlsTekst : undefined;
}

const formuleAlsTekst = 'bevat een formule die niet wordt uitgerekend; vul de waarde zelf in';

/** Consent is no field of a record; this is the place of its faults. */
export const toestemmingPlek = { pad: '/toestemming', veld: 'Toestemming' };
