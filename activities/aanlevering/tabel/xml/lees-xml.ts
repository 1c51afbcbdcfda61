import { setImmediate } from 'node:timers/promises';
import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { OnleesbaarBestand, type BestandPlaats } from '../../../../domain/validatie/onleesbaar-bestand.ts';
import { waarIn } from '../weigeringen.ts';
import { beschadigd } from '../zip/zip-fouten.ts';
import { Uitsnede, type XmlFragment } from './fragment.ts';
import { type Attributen, type Naamruimten, Vertaler } from './naamruimten.ts';

/** Deeper than any spreadsheet nests; a parser keeps every open element in memory. */
const DIEPTE = 256;
/** The longest stretch without a tag: far beyond a full cell, far below what would hurt. */
const ZONDER_TAG = 1024 * 1024;

/** The five that XML itself knows; without a prototype, so that `&constructor;` is as unknown as any other. */
const ENTITEITEN: Record<string, string> = Object.assign(Object.create(null) as Record<string, string>, {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
});

/** Rows after which others get their turn. */
const ADEM = 256;

/** Where the parser stands, for who wants to come back to a place in the document. */
export interface XmlStand {
  /** UTF-16 units from the beginning of the text up to and including the tag that is being told of. */
  readonly positie: number;
  /** The name of that tag as the document spells it. */
  readonly ruweNaam: string;
}

export interface XmlLuisteraar {
  /** Called once, before anything else. */
  begin?(stand: XmlStand): void;
  open(naam: string, attributen: Attributen): void;
  sluit?(naam: string): void;
  tekst?(tekst: string): void;
}

export interface XmlDocument {
  readonly stukken: AsyncIterable<Uint8Array>;
  readonly naamruimten: Naamruimten;
  /** Read this part of the text alone. */
  readonly fragment?: XmlFragment;
  /** Where the listener stands, for the message when the XML goes wrong there. */
  readonly plaats?: () => BestandPlaats;
}

/**
 * Tells `luisteraar` what is in an XML document and gives what it has gathered (`neem`) after every piece, so that
 * rows flow on and the event loop can breathe. Refuses DOCTYPE: with it go all declared entities.
 */
export async function* leesXml<T>(
  document: XmlDocument,
  luisteraar: XmlLuisteraar & { neem(): Iterable<T> },
): AsyncGenerator<T> {
  const ontleding = new Ontleding(document, luisteraar);
  let gegeven = 0;
  for await (const stuk of document.stukken) {
    ontleding.verwerk(stuk);
    for (const een of luisteraar.neem()) {
      yield een;
      // A consumer that waits for nothing would otherwise keep everything else waiting.
      if (++gegeven % ADEM === 0) await setImmediate();
    }
    if (ontleding.klaar) break;
  }
  ontleding.einde();
  yield* luisteraar.neem();
}

/** Reads a document to its end for what the listener keeps of it. */
export async function leesHeelXml(document: XmlDocument, luisteraar: XmlLuisteraar): Promise<void> {
  const ontleding = new Ontleding(document, luisteraar);
  for await (const stuk of document.stukken) ontleding.verwerk(stuk);
  ontleding.einde();
}

class Ontleding implements XmlStand {
  readonly #document: XmlDocument;
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  #begin: Uint8Array = new Uint8Array();
  #decoder: TextDecoder | undefined;
  #vertaler: Vertaler | undefined;
  #diepte = 0;
  #zonderTag = 0;
  #uitsnede: Uitsnede | undefined;
  ruweNaam = '';

  constructor(document: XmlDocument, luisteraar: XmlLuisteraar) {
    this.#document = document;
    if (document.fragment) this.#uitsnede = new Uitsnede(document.fragment);
    this.#parser.ENTITIES = ENTITEITEN;
    this.#parser.on('doctype', () => {
      throw doctype();
    });
    luisteraar.begin?.(this);
    this.#parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
      this.#zonderTag = 0;
      this.ruweNaam = name;
      if (++this.#diepte > DIEPTE) throw beschadigd('De onderdelen zitten te diep in elkaar.');
      this.#vertaler ??= new Vertaler(attributes, document.naamruimten);
      luisteraar.open(this.#vertaler.element(name), this.#vertaler.attributen(attributes));
    });
    this.#parser.on('closetag', ({ name }: SaxesTagPlain) => {
      this.#zonderTag = 0;
      this.#diepte--;
      if (this.#vertaler) luisteraar.sluit?.(this.#vertaler.element(name));
    });
    this.#parser.on('text', (tekst) => luisteraar.tekst?.(tekst));
    this.#parser.on('cdata', (tekst) => luisteraar.tekst?.(tekst));
  }

  get positie(): number {
    return this.#parser.position;
  }

  /** Whether what follows in the document is not asked for. */
  get klaar(): boolean {
    return this.#uitsnede?.klaar ?? false;
  }

  verwerk(stuk: Uint8Array): void {
    let bytes = stuk;
    if (this.#decoder === undefined) {
      // One byte does not tell the encoding.
      bytes = Buffer.concat([this.#begin, stuk]);
      this.#begin = bytes;
      if (bytes.length < 2) return;
    }
    const decoder = (this.#decoder ??= decoderVoor(bytes));
    this.#ontleed(() => this.#schrijf(decoder.decode(bytes, { stream: true })));
  }

  einde(): void {
    this.#ontleed(() => {
      if (!this.klaar) this.#schrijf(this.#decoder?.decode() ?? '');
      this.#parser.close();
    });
  }

  #schrijf(tekst: string): void {
    const xml = this.#uitsnede?.neem(tekst) ?? tekst;
    this.#zonderTag += xml.length;
    this.#parser.write(xml);
    if (this.#zonderTag > ZONDER_TAG) throw teLang(this.#document.plaats?.());
  }

  /** Whatever the parser objects to is damage; what the listener refuses keeps its own words. */
  #ontleed(werk: () => void): void {
    try {
      werk();
    } catch (fout) {
      if (fout instanceof OnleesbaarBestand) throw fout;
      const plaats = this.#document.plaats?.() ?? {};
      throw beschadigd(`De inhoud is niet te lezen (${waarIn(plaats)} of daarna).`, undefined, plaats);
    }
  }
}

function doctype(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-onveilig',
    'Dit bestand bevat een DOCTYPE. Dat hoort niet in een rekenblad en kan schade doen. Sla het opnieuw op in uw rekenprogramma en lever het dan nog eens aan.',
  );
}

function teLang(plaats: BestandPlaats = {}): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-te-groot',
    `Dit bestand bevat iets dat te groot is voor een cel (${waarIn(plaats)} of daarna). Sla het op als CSV en kijk waar een cel te veel tekst heeft.`,
    plaats,
  );
}

/** Both packaging standards allow UTF-8 and UTF-16 only. */
function decoderVoor(stuk: Uint8Array): TextDecoder {
  const [a, b] = stuk;
  const codering =
    (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
      ? 'utf-16le'
      : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(codering, { fatal: true });
}
