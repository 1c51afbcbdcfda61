import type { Context } from 'koa';
import type { Static, TObject, TSchema } from 'typebox';
import type { Verzoekfout } from '../domain/errors.ts';
import type { Rol } from '../domain/rollen.ts';
import type { Identity } from './identity.ts';
import type { ProblemCode } from './middleware/problem-details.ts';

/** A request that passed every check of its route: shapes are the schemas', the asker may ask this. */
interface Request<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** Whose data this is about: the OIN in the token, never one in the request. */
  readonly identity: Identity;
  readonly correlatieId: string;
  /** For what the shapes above do not hold: headers, the raw stream of an upload. */
  readonly ctx: Context;
}

export interface Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes as JSON; a stream, buffer or string as it is, with its `Content-Type` in `headers`. */
  readonly body?: unknown;
}

export interface ResponseDescription {
  readonly description: string;
  readonly schema?: TSchema;
  /** Media type of the body, or those that it can have; `application/json` unless said otherwise. */
  readonly mediaType?: string | readonly string[];
  /** Response headers, by name, with a description. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RouteSpec<Params extends TObject, Query extends TObject, Body extends TSchema> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/v1`, with parameters in braces: `/zoekvragen/{zoekvraagId}`. */
  readonly path: string;
  readonly operationId: string;
  readonly tag: string;
  /** Dutch, for readers of the API description. */
  readonly summary: string;
  readonly description?: string;
  /** Roles of which the asker needs one. */
  readonly rollen: readonly Rol[];
  readonly params?: Params;
  /** Values arrive as text and are converted; a schema's defaults are filled in. */
  readonly query?: Query;
  /** A JSON body. Uploads leave it out, describe `upload` and read `ctx.req` themselves. */
  readonly body?: Body;
  readonly upload?: { readonly mediaTypes: readonly string[]; readonly description: string };
  /** Headers that the request may carry, by name, with a description. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  /** What the shapes cannot tell, of headers and texts; told together with what they can. */
  readonly check?: (ctx: Context) => readonly Verzoekfout[];
  readonly responses: Readonly<Record<number, ResponseDescription>>;
  /** Codes with which it may refuse or fail, beside those that any operation has. */
  readonly weigert?: readonly ProblemCode[];
  readonly handle: (request: Request<Static<Params>, Static<Query>, Static<Body>>) => Promise<Response>;
}

/** One operation of the municipal API: its router entry, its checks and its OpenAPI description come from it. */
export type Route = RouteSpec<TObject, TObject, TSchema>;

/** Writes a route with its handler typed by its schemas. */
export function route<Params extends TObject, Query extends TObject, Body extends TSchema>(
  spec: RouteSpec<Params, Query, Body>,
): Route {
  return spec;
}
