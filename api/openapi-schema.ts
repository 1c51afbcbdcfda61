/** A schema in the dialect of OpenAPI 3.0, which knows no `const`: a choice of constants is an `enum`. */
export function toOpenApi(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toOpenApi);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { const: constant, anyOf, ...rest } = schema as { const?: unknown; anyOf?: unknown };
  const others = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, toOpenApi(value)]));
  if (constant !== undefined) return { ...others, enum: [constant] };
  if (!Array.isArray(anyOf)) return others;
  if (!anyOf.every(isConstant)) return { ...others, anyOf: anyOf.map(toOpenApi) };
  const [first] = anyOf;
  return { type: first?.type, ...others, enum: anyOf.map((choice) => choice.const) };
}

function isConstant(schema: unknown): schema is { const: unknown; type: string } {
  return typeof schema === 'object' && schema !== null && 'const' in schema && 'type' in schema;
}
