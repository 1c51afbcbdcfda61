import type { Cel } from './tabel.ts';

const GETAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
/** Already the shortest form of its double: at most 15 digits always come back as they went in. */
const GEWOON = /^(?:0|-?[1-9]\d{0,14}|(?=[\d.-]{3,16}$)-?(?:0|[1-9]\d*)\.\d*[1-9])$/;
const GROOT_GEHEEL = /^[+-]?\d{16,}$/;

/** A number cell from how the file writes the number; undefined when that is no finite number. */
export function leesGetal(ruw: string): Extract<Cel, { soort: 'getal' }> | undefined {
  if (GEWOON.test(ruw)) return { soort: 'getal', tekst: ruw, getal: Number(ruw) };
  const tekst = ruw.trim();
  if (!GETAL.test(tekst)) return undefined;
  // Plus zero makes of minus zero a plain one.
  const getal = Number(tekst) + 0;
  if (!Number.isFinite(getal)) return undefined;
  // A double cannot hold every long integer; the digits in the file are the value.
  if (GROOT_GEHEEL.test(tekst))
    return { soort: 'getal', tekst: BigInt(tekst.replace('+', '')).toString(), getal };
  return { soort: 'getal', tekst: decimaal(getal), getal };
}

/** What the user sees of a number with the format of a percentage: 1 is `100%`, and no one. */
export function alsProcent(getal: number): Cel {
  const honderdste = Number((getal * 100).toPrecision(15));
  return { soort: 'tekst', tekst: `${decimaal(honderdste)}%` };
}

/** The shortest decimal that is exactly this double, written out: 100000 and not 1e5, 0.0000001 and not 1e-7. */
function decimaal(getal: number): string {
  const kort = String(getal === 0 ? 0 : getal);
  const e = kort.indexOf('e');
  if (e < 0) return kort;
  const exponent = Number(kort.slice(e + 1));
  const min = kort.startsWith('-') ? '-' : '';
  const [geheel = '', breuk = ''] = kort.slice(min.length, e).split('.');
  if (exponent < 0) return `${min}0.${'0'.repeat(-exponent - 1)}${geheel}${breuk}`;
  return `${min}${geheel}${breuk.padEnd(exponent, '0')}`;
}
