import { isUtf8 } from 'node:buffer';
import { OnleesbaarBestand } from '../../../domain/validatie/onleesbaar-bestand.ts';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';
import type { Fout } from '../../../domain/validatie/fout.ts';
import type { Bestand } from '../bestand.ts';
import type { GelezenRecord, Leespunt } from '../lezer.ts';
import { leesMutatie, mutatieVeld } from '../mutatie.ts';

export const newline = 0x0a;

/** Space, tab, line feed, carriage return: JSON knows no other white space (RFC 8259, section 2). */
export const isWit = (byte: number): boolean =>
  byte === 0x20 || byte === newline || byte === 0x0d || byte === 0x09;

/** Where reading starts: at `vanaf`, or after the byte order mark that a file in UTF-8 may begin with. */
export async function leesBegin(bestand: Bestand, vanaf: Leespunt | undefined): Promise<Leespunt> {
  if (vanaf && vanaf.regel > 0) return vanaf;
  return { byte: bomLengte(await bestand.lees(0, 3)), regel: 0 };
}

export const bomLengte = (begin: Uint8Array): number =>
  begin[0] === 0xef && begin[1] === 0xbb && begin[2] === 0xbf ? 3 : 0;

/** The sign with which DOS ends a text (Ctrl-Z); some programs still write it. */
const DOS_EINDE = 0x1a;

/** The file from this byte on, without such a sign at its very end. */
export async function* stroomTekst(bestand: Bestand, vanaf: number): AsyncGenerator<Uint8Array> {
  let tot = vanaf;
  for await (const stuk of bestand.stroom(vanaf)) {
    tot += stuk.length;
    yield tot === bestand.grootte && stuk.at(-1) === DOS_EINDE ? stuk.subarray(0, -1) : stuk;
  }
}

/** The text of one record. A file that is not UTF-8 is refused as a whole: its other texts are wrong as well. */
export function alsTekst(bytes: Buffer, regel: number): string {
  if (isUtf8(bytes)) return bytes.toString();
  throw new OnleesbaarBestand(
    'bestand-codering',
    `Regel ${regel} bevat tekens die geen UTF-8 zijn. Bewaar het bestand met de codering UTF-8 en lever het opnieuw aan.`,
    { regel },
  );
}

/** A parsed value as a record, or as a request to delete one, or as the fault that it is neither. */
export function alsRecord(
  waarde: unknown,
  json: string,
): Pick<GelezenRecord, 'record' | 'json' | 'verwijderen' | 'fouten'> {
  if (typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)) return { fouten: [geenRecord] };
  if (!Object.hasOwn(waarde, mutatieVeld)) return { record: waarde as RecordInhoud, json, fouten: [] };
  const { [mutatieVeld]: mutatie, ...record } = waarde as RecordInhoud;
  return { record, json, ...leesMutatie(mutatie) };
}

const geenRecord: Fout = {
  pad: '',
  code: 'geen-record',
  melding: 'Hier staat geen record. Een record begint met { en eindigt met }.',
  ernst: 'fout',
};

export const teGroot: Fout = {
  pad: '',
  code: 'te-groot',
  melding: 'Dit record is groter dan 1 MB. Controleer of een teksteinde of haakje ontbreekt.',
  ernst: 'fout',
};

export const geenJson: Fout = {
  pad: '',
  code: 'geen-json',
  melding:
    'Deze regel is geen geldige JSON. Zet elk record volledig op één regel en controleer haakjes en aanhalingstekens.',
  ernst: 'fout',
};
