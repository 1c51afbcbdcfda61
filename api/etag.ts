import { createHash } from 'node:crypto';
import type { Context } from 'koa';
import type { Response } from './route.ts';

/** Answers with the body and its ETag, or with 304 when the asker has it already. */
export function metEtag(ctx: Context, body: object): Response {
  const etag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
  const headers = { ETag: etag };
  const bekend = ctx.get('If-None-Match').split(',');
  const zelfde = bekend.some((een) => een.trim().replace(/^W\//, '') === etag);
  return zelfde ? { status: 304, headers } : { status: 200, headers, body };
}
