import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from '../../bestand.ts';
import { type ZipGrenzen, standaardGrenzen } from '../grenzen.ts';
import type { Formaat } from './formaat.ts';
import { weigerHandtekening } from './handtekening.ts';
import { herkenTekst } from './herken-tekst.ts';
import { herkenZip } from './herken-zip.ts';
import { weigerOudOffice } from './oud-office.ts';

const BEGIN = 64 * 1024;

/**
 * Says which format a file has, by its content alone: names lie. Throws `OnleesbaarBestand` with the remedy for
 * everything that UM does not read.
 */
export async function herken(bestand: Bestand, grenzen: ZipGrenzen = standaardGrenzen.zip): Promise<Formaat> {
  if (bestand.grootte === 0) throw leeg();
  const begin = await bestand.lees(0, BEGIN);
  if (begintMet(begin, ZIP) || begintMet(begin, LEGE_ZIP)) return await herkenZip(bestand, grenzen);
  if (begintMet(begin, CFB)) return await weigerOudOffice(bestand);
  weigerHandtekening(begin);
  const formaat = herkenTekst(begin, begin.length === bestand.grootte);
  if (formaat === undefined) throw leeg();
  return formaat;
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const LEGE_ZIP = [0x50, 0x4b, 0x05, 0x06];
/** Compound File Binary: Office before 2007, and the shell around an encrypted file of today. */
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function begintMet(bytes: Uint8Array, teken: readonly number[]): boolean {
  return teken.every((byte, i) => bytes[i] === byte);
}

function leeg(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-leeg',
    'Dit bestand is leeg. Controleer of het juiste bestand is gekozen en of het opslaan is gelukt.',
  );
}
