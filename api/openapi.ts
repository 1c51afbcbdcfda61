import type { TObject } from 'typebox';
import { problems, type ProblemCode } from './middleware/problem-details.ts';
import type { ResponseDescription, Route } from './route.ts';
import { toOpenApi } from './openapi-schema.ts';
import { problemSchema } from './problem-schema.ts';
import { apiVersion } from './version.ts';

const standardHeaders = {
  'API-Version': {
    description: 'Volledige versie van deze API',
    schema: { type: 'string' },
    example: apiVersion,
  },
  'X-Correlation-ID': {
    description: 'Kenmerk om dit verzoek in de logs terug te vinden',
    schema: { type: 'string' },
  },
};

/** The OpenAPI 3.0 description of the municipal API, made of the routes and their schemas. */
export function describeApi(routes: readonly Route[], publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) (paths[route.path] ??= {})[route.method] = describeRoute(route);
  const description = {
    openapi: '3.0.3',
    info: {
      title: 'UM, uitwisselingsmechanisme voor gemeenten',
      version: apiVersion,
      description:
        'Gemeenten leveren werkzoekendeprofielen en vacatures aan, stellen zoekvragen aan VUM en vragen details op.',
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
      contact: { name: 'Beheer van UM', url: 'https://www.matchingsgegevens.nl', email: 'beheer@um.example' },
    },
    servers: [{ url: `${publicUrl}/v1` }],
    security: [{ bearer: [] }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({ name })),
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: problemSchema },
    },
  };
  return toOpenApi(description) as object;
}

function describeRoute(route: Route): object {
  const requestBody = route.body
    ? { required: true, content: { 'application/json': { schema: route.body } } }
    : route.upload && {
        required: true,
        description: route.upload.description,
        content: Object.fromEntries(
          route.upload.mediaTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
        ),
      };
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    description: `${route.description ?? route.summary}\n\nRol: ${route.rollen.join(', ')}.`,
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...Object.entries(route.requestHeaders ?? {}).map(([name, description]) => ({
        name,
        in: 'header',
        description,
        schema: { type: 'string' },
      })),
    ],
    ...(requestBody ? { requestBody } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.responses).map(([status, response]) => [status, describeResponse(response)]),
      ),
      ...Object.fromEntries(
        Object.entries(problemsOf(route)).map(([status, texts]) => [
          status,
          describeProblem(texts.join('; '), problemHeaders[status]),
        ]),
      ),
    },
  };
}

const commonProblems: Readonly<Record<number, string>> = {
  400: 'Het verzoek klopt niet',
  401: 'Niet aangemeld',
  403: 'Niet toegestaan',
  404: 'Niet gevonden, of van een andere gemeente',
  431: 'De headers zijn te groot',
  500: 'Interne fout',
  503: 'UM kan dit nu niet doen; probeer het later opnieuw (Retry-After)',
};

/** With which a body can be refused before anybody looks at what it says. */
const bodyProblems: readonly ProblemCode[] = ['verzoek-te-traag', 'inhoud-te-groot', 'inhoud-geen-json'];

/** What each status of a refusal or failure can mean here, with the code that tells them apart. */
function problemsOf({ body, weigert = [] }: Route): Readonly<Record<string, readonly string[]>> {
  const texts = new Map<string, string[]>();
  const add = (status: string | number, text: string) =>
    texts.set(`${status}`, [...(texts.get(`${status}`) ?? []), text]);
  for (const [status, text] of Object.entries(commonProblems)) add(status, text);
  const codes: readonly ProblemCode[] = body ? [...bodyProblems, ...weigert] : weigert;
  for (const code of codes) add(problems[code][0], `${problems[code][1]} (${code})`);
  return Object.fromEntries(texts);
}

function parameters(schema: TObject | undefined, where: 'path' | 'query'): object[] {
  const required = (schema as { required?: string[] } | undefined)?.required ?? [];
  return Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || (required.includes(name) && !('default' in property)),
    description: (property as { description?: string }).description ?? name,
    schema: property,
  }));
}

function describeResponse({ description, schema, mediaType, headers }: ResponseDescription): object {
  const content = schema ?? (mediaType ? { type: 'string' } : undefined);
  return {
    description,
    headers: { ...standardHeaders, ...describeHeaders(headers) },
    ...(content ? { content: inElk(mediaType ?? 'application/json', { schema: content }) } : {}),
  };
}

const describeHeaders = (headers: Readonly<Record<string, string>> = {}): object =>
  Object.fromEntries(
    Object.entries(headers).map(([name, description]) => [name, { description, schema: { type: 'string' } }]),
  );

const inElk = (mediaType: string | readonly string[], content: object): Record<string, object> =>
  Object.fromEntries([mediaType].flat().map((type: string) => [type, content]));

/** What an answer with this status says in its headers of what to do. */
const problemHeaders: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  401: { 'WWW-Authenticate': 'Bearer; met error="invalid_token" als er een token was' },
  503: { 'Retry-After': 'Na hoeveel seconden het opnieuw kan' },
};

function describeProblem(description: string, headers?: Readonly<Record<string, string>>): object {
  return {
    description,
    headers: { ...standardHeaders, ...describeHeaders(headers) },
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
}
