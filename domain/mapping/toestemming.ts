import type { Cel } from '../werkblad/lees-cel.ts';
import { plat } from './kop.ts';

const heel =
  /^(?:indicatie)?(?:toestemming|akkoord|consent)(?:gegeven|verklaring|sverklaring|klant|werkzoekende|kandidaat|janee|jn)?$/;
const over = /toestemming|akkoord|consent/;
const waarvoor = /del(?:en|ing)|gedeeld|uitwissel|vum|publi|profiel|avg|gegevens|derden|match/;
/** What people consent to besides, and what is no answer. */
const anders = /foto|beeld|video|nieuwsbrief|medisch|datum|door|reden|toelichting|opmerking/;

const gedeeld =
  /^(?:mag|wil).*(?:gedeeld|delen)|(?:profiel|gegevens|cv)(?:mag)?delen|delen(?:van)?(?:het)?(?:profiel|gegevens|cv)/;

/** Whether a column says, by its heading, who may be shown to others. */
export function isToestemmingKop(kop: string): boolean {
  const letters = plat(kop);
  if (heel.test(letters) || (gedeeld.test(letters) && !anders.test(letters))) return true;
  return over.test(letters) && waarvoor.test(letters) && !anders.test(letters);
}

/** Nothing else counts as consent, unless the mapping says so. */
const JA = ['ja', 'j'];

/** Whether a cell gives consent; an empty cell does not. */
export function maakToestemming(waarden: readonly string[] | undefined): (cel: Cel | undefined) => boolean {
  const geldig = new Set(waarden?.map(plat) ?? JA);
  if (geldig.has('ja')) geldig.add('true');
  return (cel) => cel !== undefined && cel.soort !== 'fout' && geldig.has(plat(cel.tekst));
}
