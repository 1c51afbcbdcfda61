import type { Middleware } from 'koa';
import { isDatabaseWeg } from '../../db/is-database-weg.ts';
import { DomainError, OngeldigVerzoek } from '../../domain/errors.ts';
import type { Logger } from '../../ops/logger.ts';

/** HTTP status and title of every code with which UM refuses or fails. The one place where codes become HTTP. */
export const problems = {
  'ongeldig-verzoek': [400, 'Het verzoek klopt niet'],
  'niet-aangemeld': [401, 'U bent niet aangemeld'],
  'aanmelden-niet-beschikbaar': [503, 'Aanmelden is nu niet mogelijk'],
  'niet-toegestaan': [403, 'U mag dit niet'],
  'niet-gevonden': [404, 'Niet gevonden'],
  'methode-niet-mogelijk': [405, 'Dit kan niet op dit adres'],
  'headers-te-groot': [431, 'De headers zijn te groot'],
  'verzoek-te-traag': [408, 'Het verzoek kwam niet op tijd binnen'],
  'inhoud-geen-json': [415, 'De inhoud is geen JSON'],
  'inhoud-te-groot': [413, 'De inhoud is te groot'],
  'bestand-te-groot': [413, 'Het bestand is te groot'],
  'upload-vorm-onbekend': [415, 'Het bestand komt in een vorm die UM niet aanneemt'],
  'upload-afgebroken': [400, 'Het bestand is niet volledig ontvangen'],
  'idempotency-key-in-gebruik': [409, 'De Idempotency-Key is in gebruik'],
  'aanlevering-afgerond': [409, 'De aanlevering is al afgerond'],
  'geen-besluit-mogelijk': [409, 'Over deze aanlevering kan niet worden besloten'],
  'mapping-veranderd': [412, 'De mapping is intussen veranderd'],
  'te-veel-mappingen': [409, 'Het maximum aantal mappingen is bereikt'],
  'foutenbestand-verlopen': [410, 'Het bestand wordt niet meer bewaard'],
  'foutenbestand-te-druk': [503, 'Te druk'],
  'match-onbekend': [404, 'Geen match van deze zoekvraag'],
  'zoekvraag-niet-beantwoord': [409, 'De zoekvraag is niet beantwoord'],
  'zoekvraag-verlopen': [410, 'De zoekvraag is verlopen'],
  'detailvraag-loopt': [409, 'De detailvraag loopt al'],
  'sleutel-hergebruikt': [422, 'De Idempotency-Key is al gebruikt'],
  'detail-quotum': [429, 'Het maximum aantal details is bereikt'],
  'detail-herhaald': [429, 'Het detail is te vaak opnieuw gevraagd'],
  'detail-niet-opgehaald': [503, 'Het detail is niet opgehaald'],
  'te-druk': [503, 'Te druk'],
  'verwerking-niet-beschikbaar': [503, 'UM kan dit nu niet uitvoeren'],
  'niet-afgerond': [503, 'De vraag is niet afgerond'],
  'vum-weigert-vraag': [422, 'VUM neemt de vraag niet aan'],
  'vum-limiet': [429, 'VUM zit aan zijn limiet'],
  'vum-weigert-toegang': [502, 'VUM geeft UM geen toegang'],
  'vum-storing': [502, 'VUM heeft een storing'],
  'vum-verbinding-onveilig': [502, 'De verbinding met VUM is niet veilig'],
  'vum-antwoord-onjuist': [502, 'VUM gaf een onjuist antwoord'],
  'vum-antwoord-te-groot': [502, 'VUM gaf een te groot antwoord'],
  'vum-onbereikbaar': [503, 'VUM is niet bereikbaar'],
  'vum-niet-beschikbaar': [503, 'VUM is niet beschikbaar'],
  'vum-te-laat': [504, 'VUM antwoordt niet op tijd'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type ProblemCode = keyof typeof problems;

/** Seconds after which it makes sense to ask again. */
const retryAfter = '10';

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
      const known = error instanceof DomainError ? problemOf(error.code) : undefined;
      if (isDatabaseWeg(error)) {
        logFault(logger, ctx, error, 'error');
        ctx.set('Retry-After', retryAfter);
        const detail = 'UM kan nu niet bij de gegevens. Probeer het over een minuut opnieuw.';
        sendProblem(ctx, 503, 'gegevens-niet-bereikbaar', 'De gegevens zijn niet bereikbaar', detail);
      } else if (error instanceof DomainError && known) {
        const [status, title] = known;
        const extra = {
          ...(error instanceof OngeldigVerzoek ? { errors: error.fouten.map(toProblemError) } : {}),
          ...error.toelichting,
        };
        // RFC 6750: what was wrong is told to who sent a token, and nothing to who sent none.
        const invalid = ctx.get('Authorization') === '' ? '' : ' error="invalid_token"';
        if (status === 401) ctx.set('WWW-Authenticate', `Bearer${invalid}`);
        if (status === 503) ctx.set('Retry-After', retryAfter);
        if (status >= 500) logFault(logger, ctx, error, 'warn');
        sendProblem(ctx, status, error.code, title, error.message, extra);
      } else {
        logFault(logger, ctx, error, 'error');
        const detail =
          'Er ging iets mis in UM. Probeer het later opnieuw, of meld het met het correlatie-id.';
        sendProblem(ctx, 500, 'interne-fout', 'Interne fout', detail);
      }
    }
  };
}

function problemOf(code: string): readonly [status: number, title: string] | undefined {
  return Object.hasOwn(problems, code) ? problems[code as ProblemCode] : undefined;
}

type ProblemContext = Parameters<Middleware>[0];

function logFault(logger: Logger, ctx: ProblemContext, error: unknown, level: 'warn' | 'error'): void {
  const { route, correlatieId } = ctx.state as { route?: string; correlatieId: string };
  logger[level]({ err: error, method: ctx.method, route, correlatieId }, 'Request failed');
}

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
  ctx.body = JSON.stringify(problemBody({ status, code, title, detail, correlatieId, ...extra }));
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly correlatieId: string;
}

export function problemBody({ code, title, status, detail, correlatieId, ...extra }: Problem): object {
  return { type: `urn:um:fout:${code}`, title, status, detail, code, correlatieId, ...extra };
}

function toProblemError({ in: where, pad, melding }: OngeldigVerzoek['fouten'][number]): object {
  const location = where === 'body' ? { pointer: `#${pad}` } : { name: pad };
  // A sentence of its own names its subject; a piece of one gets its place as subject.
  const plaats = pad === '' ? 'De inhoud' : pad.replace(/^\//, '');
  const detail = /^\p{Lu}/u.test(melding) ? melding : `${plaats} ${melding}`;
  return { in: where, location, detail };
}
