import type { Willekeur } from './willekeur.ts';
import { schrijfZip, type ZipDeel } from './zip-schrijver.ts';

/** What parsers stumble over: bounds, markup, quotes, characters that formats do not have. */
const BROKKEN = [
  ...['0', '1', '-1', '1048577', '999999999999', '1e999', 'NaN', 'A1', 'XFD1', 'A99999999', '__proto__'],
  ...[
    '<',
    '>',
    '"',
    "'",
    '&',
    '&amp;',
    '&#0;',
    '&#xD800;',
    '<!DOCTYPE x>',
    '<![CDATA[',
    ']]>',
    '-->',
    '<?x?>',
  ],
  ...[
    '<row>',
    '</row>',
    '<c t="s">',
    '<v>',
    ' r="A2"',
    ' s="9"',
    ' xmlns="x"',
    ' t="d"',
    'inlineStr',
    '_x0000_',
  ],
  ...[
    ' table:number-rows-repeated="1048576"',
    ' table:number-columns-repeated="16384"',
    '<text:s text:c="9"/>',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\\ud800',
    'null',
    ';',
    '\t',
    '\r',
    '\n',
    '""',
    '\0',
    '\ufeff',
    '\u{1f600}',
  ],
];
const COPY = 300;
const CUT = 60;

type Ingreep = (bytes: Buffer, plek: number, w: Willekeur) => Buffer;

/** What one accident, or one bad intention, does to a file at one place. */
const ingrepen: readonly Ingreep[] = [
  (bytes, plek, w) => vervang(bytes, plek, plek + 1, Buffer.from([w.geheel(0, 255)])),
  (bytes, plek, w) =>
    vervang(bytes, plek, plek + 1, Buffer.from([(bytes[plek] ?? 0) ^ (1 << w.geheel(0, 7))])),
  (bytes, plek, w) => (w.kans(0.3) ? bytes.subarray(0, plek) : bytes),
  (bytes, plek, w) => vervang(bytes, plek, plek + w.geheel(1, CUT), Buffer.alloc(0)),
  (bytes, plek, w) => vervang(bytes, plek, plek, bytes.subarray(Math.max(0, plek - w.geheel(1, COPY)), plek)),
  (bytes, plek, w) => vervang(bytes, plek, plek, Buffer.from(w.kies(BROKKEN))),
  // The next value of an attribute, text between tags, or word becomes another.
  (bytes, plek, w) => {
    const na = bytes.toString('latin1', plek, plek + 3_000);
    const waarden = [...na.matchAll(/(?<==")[^"]*|(?<=>)[^<>]+|(?<=[;,:[])[^;,:[\]]+/g)];
    if (waarden.length === 0) return bytes;
    const { index, 0: waarde } = w.kies(waarden);
    return vervang(bytes, plek + index, plek + index + waarde.length, Buffer.from(w.kies(BROKKEN)));
  },
  // Two neighbouring tags, cells or lines change places.
  (bytes, plek, w) => {
    const [een, ander, eind] = [plek, plek + w.geheel(1, CUT), plek + w.geheel(CUT, 2 * CUT)];
    return Buffer.concat([
      ...[
        bytes.subarray(0, een),
        bytes.subarray(ander, eind),
        bytes.subarray(een, ander),
        bytes.subarray(eind),
      ],
    ]);
  },
];

const vervang = (bytes: Buffer, van: number, tot: number, door: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, van), door, bytes.subarray(tot)]);

/** The bytes with a few things wrong. */
export function vermink(bron: Uint8Array, w: Willekeur): Buffer {
  let bytes = Buffer.from(bron);
  for (let keer = w.geheel(1, 5); keer > 0 && bytes.length > 1; keer--) {
    bytes = Buffer.from(w.kies(ingrepen)(bytes, w.geheel(0, bytes.length - 1), w));
  }
  return bytes;
}

/** A zip file of which the content of a part, or the packing, has a few things wrong; its checksums are right. */
export function verminkZip(delen: readonly ZipDeel[], w: Willekeur): Buffer {
  const nieuw = delen.map((deel) => ({ ...deel, pak: w.kans(0.8) }));
  for (let keer = w.geheel(1, 2); keer > 0; keer--) {
    const index = w.geheel(0, nieuw.length - 1);
    const deel = nieuw[index];
    if (deel === undefined) continue;
    const soort = w.geheel(1, 12);
    if (soort === 1) nieuw.splice(index, 1);
    else if (soort === 2) nieuw.push({ ...deel, naam: w.kans(0.5) ? deel.naam : `${deel.naam}2` });
    else if (soort === 3) nieuw[index] = { ...deel, beweer: { bytes: w.geheel(0, 1 << 30) } };
    else nieuw[index] = { ...deel, inhoud: vermink(Buffer.from(deel.inhoud as string), w) };
  }
  const zip = schrijfZip(nieuw);
  return w.kans(0.1) ? vermink(zip, w) : zip;
}
