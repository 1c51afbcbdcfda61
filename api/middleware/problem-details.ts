import type { Middleware } from 'koa';
import { DomainError, OngeldigVerzoek } from '../../domain/errors.ts';
import type { Logger } from '../../ops/logger.ts';

/** HTTP status and title of every code with which UM refuses or fails. The one place where codes become HTTP. */
const problems: Readonly<Record<string, readonly [status: number, title: string]>> = {
  'ongeldig-verzoek': [400, 'Het verzoek klopt niet'],
  'niet-aangemeld': [401, 'U bent niet aangemeld'],
  'niet-toegestaan': [403, 'U mag dit niet'],
  'niet-gevonden': [404, 'Niet gevonden'],
};

/** Every error leaves the API as an RFC 9457 problem; what nobody expected is a 500 that tells nothing. */
export function problemDetails(logger: Logger): Middleware {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) {
        sendProblem(
          ctx,
          404,
          'niet-gevonden',
          'Niet gevonden',
          'Dit adres bestaat niet. Zie /v1/openapi.json.',
        );
      }
    } catch (error) {
      const known = error instanceof DomainError ? problems[error.code] : undefined;
      if (error instanceof DomainError && known) {
        const [status, title] = known;
        const extra = error instanceof OngeldigVerzoek ? { errors: error.fouten.map(toProblemError) } : {};
        if (status === 401) ctx.set('WWW-Authenticate', 'Bearer');
        sendProblem(ctx, status, error.code, title, error.message, extra);
      } else {
        logger.error(
          {
            err: error,
            method: ctx.method,
            path: ctx.path,
            correlatieId: ctx.state['correlatieId'] as string,
          },
          'Request failed',
        );
        const detail =
          'Er ging iets mis in UM. Probeer het later opnieuw, of meld het met het correlatie-id.';
        sendProblem(ctx, 500, 'interne-fout', 'Interne fout', detail);
      }
    }
  };
}

type ProblemContext = Parameters<Middleware>[0];

function sendProblem(
  ctx: ProblemContext,
  status: number,
  code: string,
  title: string,
  detail: string,
  extra: object = {},
): void {
  ctx.status = status;
  ctx.type = 'application/problem+json';
  const correlatieId = ctx.state['correlatieId'] as string;
  ctx.body = JSON.stringify({
    type: `urn:um:fout:${code}`,
    title,
    status,
    detail,
    code,
    correlatieId,
    ...extra,
  });
}

function toProblemError({ in: where, pad, melding }: OngeldigVerzoek['fouten'][number]): object {
  const location = where === 'body' ? { pointer: `#${pad}` } : { name: pad };
  return { in: where, location, detail: `${pad === '' ? 'De inhoud' : pad} ${melding}` };
}
