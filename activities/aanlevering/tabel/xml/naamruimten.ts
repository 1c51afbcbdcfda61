/** Which prefix we know a namespace by; the empty prefix is the namespace whose elements are meant. */
export type Naamruimten = ReadonlyMap<string, string>;

export type Attributen = Readonly<Record<string, string>>;

const HOOFD = '';

/** ECMA-376: the transitional and the strict spelling of each. */
export const OOXML: Naamruimten = new Map([
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', HOOFD],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', HOOFD],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', HOOFD],
  ['http://schemas.openxmlformats.org/package/2006/content-types', HOOFD],
]);

/** OpenDocument 1.3, and LibreOffice's extension that marks the error cells. */
export const ODF: Naamruimten = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest'],
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
]);

/**
 * Renames what a document calls `x:row` to what we call `row`, by the namespaces that its root declares; for the
 * attributes of an element also by those that it declares itself, as .NET writes them. A name of a namespace that we
 * do not know never takes a name that we do know.
 */
export class Vertaler {
  readonly #bekend: Naamruimten;
  readonly #prefixen: ReadonlyMap<string, string>;
  readonly #namen = new Map<string, string>();
  readonly #gelijk: boolean;

  constructor(root: Attributen, bekend: Naamruimten) {
    this.#bekend = bekend;
    this.#prefixen = prefixenVan(root, bekend);
    this.#gelijk = [...this.#prefixen].every(([prefix, onze]) => prefix === onze);
  }

  element(naam: string): string {
    if (this.#gelijk) return naam;
    let onze = this.#namen.get(naam);
    if (onze === undefined) {
      onze = this.#vertaal(naam, this.#prefixen.get(''));
      // A hostile file could invent a new name for every element; the memory of names is bounded.
      if (this.#namen.size < 1_000) this.#namen.set(naam, onze);
    }
    return onze;
  }

  attributen(attributen: Attributen): Attributen {
    const eigen = declareert(attributen) ? prefixenVan(attributen, this.#bekend) : undefined;
    if (this.#gelijk && eigen === undefined) return attributen;
    const onze: Record<string, string> = Object.create(null) as Record<string, string>;
    // An attribute without a prefix is in no namespace: it keeps its name.
    for (const naam in attributen) onze[this.#vertaal(naam, '', eigen)] = attributen[naam] ?? '';
    return onze;
  }

  #vertaal(naam: string, zonderPrefix: string | undefined, eigen?: ReadonlyMap<string, string>): string {
    const dubbelePunt = naam.indexOf(':');
    const prefix = dubbelePunt < 0 ? '' : naam.slice(0, dubbelePunt);
    const metPrefix = eigen?.get(prefix) ?? this.#prefixen.get(prefix);
    const onze = (dubbelePunt < 0 ? zonderPrefix : metPrefix) ?? prefix;
    const lokaal = naam.slice(dubbelePunt + 1);
    return onze === '' ? lokaal : `${onze}:${lokaal}`;
  }
}

function declareert(attributen: Attributen): boolean {
  for (const naam in attributen) if (naam.startsWith('xmlns:')) return true;
  return false;
}

/** What we call the prefixes that an element declares. */
function prefixenVan(attributen: Attributen, bekend: Naamruimten): Map<string, string> {
  const prefixen = new Map<string, string>();
  for (const [naam, uri] of Object.entries(attributen)) {
    if (naam !== 'xmlns' && !naam.startsWith('xmlns:')) continue;
    const prefix = naam.slice(6);
    const isOnze = prefix === '' || [...bekend.values()].includes(prefix);
    prefixen.set(prefix, bekend.get(uri) ?? (isOnze ? `?${prefix}` : prefix));
  }
  return prefixen;
}
