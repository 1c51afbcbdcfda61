import { describe, expect, test } from '@jest/globals';
import type { ApiDeps } from '../../api/deps.ts';
import { problems } from '../../api/middleware/problem-details.ts';
import { describeApi } from '../../api/openapi.ts';
import { allRoutes } from '../../api/routes.ts';
import { checkBody } from '../../api/validate.ts';
import type { Verzoekfout } from '../../domain/errors.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}
interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}
interface Parameter {
  readonly name: string;
  readonly description: string;
}
interface Operation {
  readonly operationId: string;
  readonly parameters: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
}

const deps = { config: {} } as unknown as ApiDeps;
const described = describeApi(allRoutes(deps), 'https://um.example') as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.values(described.paths).flatMap((path) => Object.values(path));
const operation = (id: string) => operations.find(({ operationId }) => operationId === id);

/** Paths of the properties that say nothing of themselves. */
function silent(schema: Schema | undefined, path: string): string[] {
  if (!schema) return [];
  const properties = Object.entries(schema.properties ?? {});
  return [
    ...properties.filter(([, { description }]) => !description).map(([name]) => `${path}.${name}`),
    ...properties.flatMap(([name, property]) => silent(property, `${path}.${name}`)),
    ...silent(schema.items, `${path}[]`),
    ...(schema.anyOf ?? []).flatMap((choice) => silent(choice, path)),
  ];
}

describe('the description of the API', () => {
  test.each([
    ['leverAan', ['409', '413', '415', '422']],
    ['annuleerAanlevering', ['409']],
    ['besluitOverAanlevering', ['408', '409']],
    ['haalFoutenbestand', ['410']],
    ['bewaarMapping', ['408', '409', '412']],
    ['verwijderMapping', ['412']],
    ['stelZoekvraag', ['408', '413', '415', '422', '429', '502', '504']],
    ['vraagDetail', ['408', '409', '410', '422', '429', '502', '504']],
  ])('%s names the statuses with which it can refuse', (id, statuses) => {
    expect(Object.keys(operation(id)?.responses ?? {})).toEqual(expect.arrayContaining(statuses));
  });

  test('every code of a refusal that only some operations have is named by one of them', () => {
    const texts = operations.flatMap(({ responses }) =>
      Object.values(responses).map(({ description }) => description),
    );
    // A method that an address has not is no operation.
    const anywhere = ['ongeldig-verzoek', 'headers-te-groot', 'niet-aangemeld', 'aanmelden-niet-beschikbaar'];
    const common = [...anywhere, 'niet-toegestaan', 'niet-gevonden', 'methode-niet-mogelijk'];
    const missing = Object.keys(problems).filter(
      (code) => !common.includes(code) && !texts.some((text) => text.includes(`(${code})`)),
    );
    expect(missing).toEqual([]);
  });

  test('every parameter says what it is', () => {
    const mute = operations.flatMap(({ operationId, parameters }) =>
      parameters
        .filter(({ name, description }) => description === name)
        .map(({ name }) => `${operationId} ${name}`),
    );
    expect(mute).toEqual([]);
  });

  test('every property of a body says what it is', () => {
    const bodies = operations.flatMap(({ operationId, requestBody, responses }) =>
      [requestBody, ...Object.values(responses)].flatMap((body) =>
        Object.values(body?.content ?? {}).flatMap(({ schema }) => silent(schema, operationId)),
      ),
    );
    expect(bodies).toEqual([]);
  });

  test('every JSON body has an example that its own schema accepts', () => {
    // The linter takes `postcode`, which each question needs, for a POST: that example is in the description.
    const bodies = allRoutes(deps).flatMap(({ operationId, body }) =>
      body && operationId !== 'stelZoekvraag' ? [{ operationId, body }] : [],
    );
    const wrong = bodies.flatMap(({ operationId, body }) => {
      const fouten: Verzoekfout[] = [];
      checkBody(body, (body as { example?: unknown }).example, fouten);
      return fouten.map(({ pad, melding }) => `${operationId} ${pad}: ${melding}`);
    });
    expect(bodies.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});
