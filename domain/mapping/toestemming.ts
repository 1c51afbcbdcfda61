import { type Cel, onleesbaar } from '../werkblad/lees-cel.ts';
import { isRekenfout } from '../werkblad/rekenfout.ts';
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
const JA = ['ja', 'j'];

/** Whether a cell gives consent; an empty cell does not, nor one that cannot be read. */
export function maakToestemming(waarden: readonly string[] | undefined): (cel: Cel | undefined) => boolean {
  const geldig = new Set(waarden?.map(antwoord) ?? JA);
  if (geldig.has('ja')) geldig.add('true');
  return (cel) => cel !== undefined && cel.soort !== 'fout' && geldig.has(antwoord(cel.tekst));
}

/** Signs alone are an answer as well: a tick is no cross. */
const antwoord = (tekst: string): string => plat(tekst) || tekst.trim();

/**
 * Why nobody can tell what a cell says of consent, as the end of a sentence: it holds an error, or a formula without
 * a result. Undefined where something can be read, also when that is no consent: a column that broke must not pass
 * for people who say no.
 */
export function onleesbareToestemming(cel: Cel | undefined): string | undefined {
  if (cel === undefined) return undefined;
  const tekst = cel.tekst.trim();
  // In a CSV file an error is a text, and so is a formula in a cell with the format Text.
  if (cel.soort === 'fout' || isRekenfout(tekst)) return onleesbaar(cel);
  return cel.soort === 'tekst' && tekst.startsWith('=') ? formuleAlsTekst : undefined;
}

const formuleAlsTekst = 'bevat een formule die niet wordt uitgerekend; vul de waarde zelf in';

/** Consent is no field of a record; this is the place of its faults. */
export const toestemmingPlek = { pad: '/toestemming', veld: 'Toestemming' };
