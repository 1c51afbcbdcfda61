import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { CsvError, parse, type Parser } from 'csv-parse';
import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import type { Bestand } from '../../bestand.ts';
import { teLangeCel } from '../weigeringen.ts';
import { type Grenzen, standaardGrenzen } from '../grenzen.ts';
import type { Cel, LeesOpties, Rij, Tabelblad } from '../tabel.ts';
import { type Codering, herkenCodering } from './codering.ts';
import { zonderApostrof } from './onschadelijk.ts';
import { kiesScheiding, type Scheiding } from './scheidingsteken.ts';

const BEGIN = 64 * 1024;
const STUK = 64 * 1024;
const BLAD: Tabelblad = { nummer: 0, naam: '', verborgen: false };

/**
 * Reads a CSV file as one sheet. `rij` counts records, the empty ones too, so that it is the row that Excel
 * shows; `regel` is the line in an editor, which differs once a cell holds a line break. See `LeesTabel`.
 */
export async function* leesCsv(bestand: Bestand, opties: LeesOpties = {}): AsyncGenerator<Rij> {
  const grenzen = opties.grenzen ?? standaardGrenzen;
  if (!(opties.neemBlad?.(BLAD) ?? true)) return;
  const codering = await herkenCodering(bestand);
  const scheiding = await herkenScheiding(bestand, codering);
  const teller = { rij: 0, regel: scheiding.sepRegel > 0 ? 2 : 1 };
  const ontleder = maakOntleder(scheiding, teller, grenzen);
  // The callback keeps pipeline from throwing on its own; the loop below sees every error.
  pipeline(Readable.from(alsUtf8(bestand, codering, scheiding.sepRegel)), ontleder, () => undefined);
  try {
    for await (const rij of ontleder) yield rij as Rij;
  } catch (fout) {
    throw fout instanceof CsvError ? vertaal(fout, teller.regel) : fout;
  }
}

/** How the columns of this CSV file are kept apart. */
export async function herkenScheiding(bestand: Bestand, codering: Codering): Promise<Scheiding> {
  const begin = await bestand.lees(codering.bom, BEGIN);
  const tekst = new TextDecoder(codering.naam).decode(begin, { stream: true });
  return kiesScheiding(
    tekst.endsWith(DOS_EINDE) ? tekst.slice(0, -1) : tekst,
    codering.bom + begin.length >= bestand.grootte,
  );
}

/** The sign with which DOS ends a text (Ctrl-Z); some programs still write it. */
const DOS_EINDE = '\x1a';

/**
 * The text as UTF-8, the form that the parser works on, without its mark, without Excel's `sep=` line, and without the
 * sign of DOS at its very end.
 */
async function* alsUtf8(bestand: Bestand, codering: Codering, sepRegel: number): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(codering.naam, { fatal: true });
  let over = sepRegel;
  let achter = '';
  for await (const groot of bestand.stroom(codering.bom)) {
    for (let i = 0; i < groot.length; i += STUK) {
      const tekst = decodeer(decoder, groot.subarray(i, i + STUK));
      const na = tekst.slice(over);
      over -= tekst.length - na.length;
      const geheel = `${achter}${na}`;
      achter = geheel.endsWith(DOS_EINDE) ? DOS_EINDE : '';
      const deel = geheel.slice(0, geheel.length - achter.length);
      if (deel !== '') yield Buffer.from(deel);
      // Streams pass pieces on without letting others have their turn.
      await setImmediate();
    }
  }
  decodeer(decoder);
}

function decodeer(decoder: TextDecoder, stuk?: Uint8Array): string {
  try {
    return stuk === undefined ? decoder.decode() : decoder.decode(stuk, { stream: true });
  } catch {
    throw new OnleesbaarBestand(
      'bestand-codering',
      'De tekens van dit bestand zijn niet allemaal te lezen; misschien is het afgekapt. Sla het opnieuw op als "CSV UTF-8" en lever het dan nog eens aan.',
    );
  }
}

/** `teller` stands at the next record: rows are made as they are parsed, so that it is right when parsing fails. */
function maakOntleder(
  scheiding: Scheiding,
  teller: { rij: number; regel: number },
  grenzen: Grenzen,
): Parser {
  return parse({
    delimiter: scheiding.teken,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: grenzen.rijBytes,
    on_record: (velden: string[]) => {
      const { regel } = teller;
      const rij = ++teller.rij;
      teller.regel += 1 + regelsIn(velden);
      const cellen = velden.map((veld) => alsCel(veld, grenzen, regel));
      if (cellen.length > grenzen.kolommen) throw teVeelKolommen(regel, grenzen.kolommen);
      if (!cellen.some((cel) => cel !== undefined)) return null;
      // The parser hands on whatever it is given; its types know only records of the form that it read.
      return { blad: BLAD, rij, regel, verborgen: false, cellen } satisfies Rij as unknown as string[];
    },
  });
}

function alsCel(tekst: string, { celtekens }: Grenzen, regel: number): Cel | undefined {
  if (tekst.length > celtekens) throw teLangeCel(celtekens, { regel });
  if (tekst === '') return undefined;
  return { soort: 'tekst', tekst: zonderApostrof(tekst) };
}

/** Line breaks within the cells of a record. */
function regelsIn(velden: readonly string[]): number {
  let regels = 0;
  for (const veld of velden) {
    if (veld.includes('\n') || veld.includes('\r')) regels += veld.split(/\r\n|\n|\r/).length - 1;
  }
  return regels;
}

function teVeelKolommen(regel: number, kolommen: number): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `Regel ${regel} heeft meer dan ${kolommen} kolommen. Controleer het scheidingsteken van dit bestand.`,
    { regel },
  );
}

/** The parser's own message holds the value of the cell, so that neither it nor the error is passed on. */
function vertaal({ code }: CsvError, regel: number): OnleesbaarBestand {
  const wat =
    code === 'CSV_MAX_RECORD_SIZE'
      ? 'staat meer dan 1 MB: er wordt een aanhalingsteken (") geopend en niet gesloten, of de regeleinden ontbreken'
      : code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'wordt een aanhalingsteken (") geopend en niet gesloten'
        : 'staat een aanhalingsteken (") midden in een cel';
  return new OnleesbaarBestand(
    'bestand-beschadigd',
    `In de rij die op regel ${regel} begint ${wat}. Zet de hele cel tussen aanhalingstekens en verdubbel het teken binnen de cel, of lever het bestand als Excel aan.`,
    { regel },
  );
}
