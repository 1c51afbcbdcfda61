/** A schema of the official contracts, with its references filled in. */
export interface ContractSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, ContractSchema>>;
  readonly items?: ContractSchema;
  readonly enum?: readonly (string | number)[];
  readonly oneOf?: readonly ContractSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A value with one place in it changed; `wat` tells which and how. */
export interface Mutatie {
  readonly wat: string;
  readonly waarde: unknown;
}

const vreemd = [null, true, 'x', '', '0', '1', '7', 0, 1, 7, -1, 1.5, 2e21, Infinity, [], {}, [[]], [null]];
const datums = [
  ...['2024-02-29', '2023-02-29', '2000-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10'],
  ...['0000-01-01', '9999-12-31', '2026-1-1', '20260101', '31-01-2026', '2026-01-01T00:00:00Z'],
];
const vormen = [
  ...[
    '1234AB',
    '1234ab',
    '1234 AB',
    '1234A',
    '01234AB',
    '1234AB\n',
    '１２３４AB',
    'nld',
    'NLD',
    'nl',
    'nldx',
  ],
  ...['123456789', '1234567890', '12345678901', 'a'.repeat(200), 'a'.repeat(201), 'a b', 'ä', '_.-', '/'],
];

/** A value that has every field the schema names. */
export function volledig(schema: ContractSchema): unknown {
  if (schema.oneOf?.[0] !== undefined) return volledig(schema.oneOf[0]);
  if (schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([naam, veld]) => [naam, volledig(veld)]),
    );
  }
  if (schema.items !== undefined) return [volledig(schema.items)];
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.type === 'integer') return schema.minimum ?? 0;
  if (schema.format === 'date') return '2026-02-28';
  const { pattern } = schema;
  return pattern === undefined ? 'tekst' : vormen.find((vorm) => new RegExp(pattern, 'u').test(vorm));
}

/** Every place of the full value in turn, with everything that could be there, right and wrong. */
export function* mutaties(schema: ContractSchema, pad = ''): Generator<Mutatie> {
  for (const [index, waarde] of waarden(schema).entries()) yield { wat: `${pad} waarde ${index}`, waarde };
  for (const tak of schema.oneOf ?? []) yield* mutaties(tak, pad);
  if (schema.items !== undefined) {
    const heel = volledig(schema.items);
    yield { wat: `${pad} twee elementen`, waarde: [heel, heel] };
    for (const { wat, waarde } of mutaties(schema.items, `${pad}/1`)) yield { wat, waarde: [heel, waarde] };
  }
  if (schema.properties !== undefined) yield* groepMutaties(schema, schema.properties, pad);
}

function* groepMutaties(
  schema: ContractSchema,
  properties: Readonly<Record<string, ContractSchema>>,
  pad: string,
): Generator<Mutatie> {
  const heel = volledig(schema) as Record<string, unknown>;
  yield { wat: `${pad} onbekend veld`, waarde: { ...heel, onbekendVeld: 1 } };
  yield { wat: `${pad} onbekende operator`, waarde: { ...heel, $onbekend: 1 } };
  yield { wat: `${pad} __proto__`, waarde: JSON.parse('{"__proto__": {"x": 1}}') };
  for (const [naam, veld] of Object.entries(properties)) {
    const { [naam]: _weg, ...rest } = heel;
    yield { wat: `${pad} zonder ${naam}`, waarde: rest };
    yield { wat: `${pad} alleen ${naam}`, waarde: { [naam]: heel[naam] } };
    for (const { wat, waarde } of mutaties(veld, `${pad}/${naam}`)) {
      yield { wat, waarde: { ...heel, [naam]: waarde } };
    }
  }
}

function waarden({ enum: codes, minimum, maximum, maxLength, pattern, format }: ContractSchema): unknown[] {
  return [
    ...vreemd,
    ...(codes ?? []).flatMap((code) => [code, String(code), Number(code), `${code} `, Number(code) + 10]),
    ...(minimum === undefined ? [] : [minimum, minimum - 1]),
    ...(maximum === undefined ? [] : [maximum, maximum + 1]),
    ...(maxLength === undefined ? [] : lengtes(maxLength)),
    ...(pattern === undefined ? [] : vormen),
    ...(format === 'date' ? datums : []),
  ];
}

/** At the limit and one over it, in characters of one and of two UTF-16 units. */
const lengtes = (lengte: number): string[] =>
  ['a', '𝌆'].flatMap((teken) => [teken.repeat(lengte), teken.repeat(lengte + 1)]);
