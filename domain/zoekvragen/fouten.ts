import { DomainError } from '../errors.ts';
import { vumFoutBijCode } from '../vum-fout-bij-code.ts';
import type { VumBericht } from '../vum-fouten.ts';

/** How many details may be asked on the matches of one zoekvraag (agreed around the VUM contracts). */
export const detailsPerZoekvraag = 10;

/** How often one detail is fetched again for the same Idempotency-Key: UM does not count it, but VUM does. */
export const herhalingenPerDetail = 3;

/** The matches of this zoekvraag are gone: expired, or ended by the gemeente. */
export class ZoekvraagVerlopen extends DomainError {
  readonly code = 'zoekvraag-verlopen';
  constructor() {
    super('Deze zoekvraag is verlopen of beëindigd. Stel haar opnieuw en vraag dan het detail.');
  }
}

/** There are no matches to ask a detail of, because VUM has not answered. */
export class ZoekvraagNietBeantwoord extends DomainError {
  readonly code = 'zoekvraag-niet-beantwoord';
  /** `komtNog`: VUM is being asked. */
  constructor(komtNog = false) {
    super(
      komtNog
        ? 'VUM heeft deze zoekvraag nog niet beantwoord. Vraag het detail als haar status ‘beantwoord’ is.'
        : 'VUM heeft deze zoekvraag niet beantwoord, dus er zijn geen details op te vragen.',
    );
  }
}

/** The vumID is not a match of this zoekvraag. */
export class MatchOnbekend extends DomainError {
  readonly code = 'match-onbekend';
  constructor() {
    super('Dit vumID hoort niet bij de matches van deze zoekvraag. Kies een vumID uit de lijst met matches.');
  }
}

/** Ten details were asked already. */
class DetailQuotum extends DomainError {
  readonly code = 'detail-quotum';
  constructor() {
    super(
      `Op deze zoekvraag zijn al ${detailsPerZoekvraag} details gevraagd, en meer mag niet. Stel een nieuwe zoekvraag als meer details nodig zijn.`,
    );
  }
}

/** This detail was fetched again as often as it may be for one Idempotency-Key. */
class DetailHerhaald extends DomainError {
  readonly code = 'detail-herhaald';
  constructor() {
    super(
      `Met deze Idempotency-Key is het detail al ${herhalingenPerDetail} keer opnieuw opgehaald. Is het nog eens nodig, gebruik dan een nieuwe sleutel; dat telt als een nieuw detail.`,
    );
  }
}

/** A request with the same Idempotency-Key is being answered now. */
export class DetailvraagLoopt extends DomainError {
  readonly code = 'detailvraag-loopt';
  constructor() {
    super('Deze detailvraag wordt al uitgevoerd. Wacht op het antwoord, of probeer het zo meteen opnieuw.');
  }
}

/** The Idempotency-Key belongs to a request for another match, or with another reason. */
export class SleutelHergebruikt extends DomainError {
  readonly code = 'sleutel-hergebruikt';
  constructor() {
    super(
      'Deze Idempotency-Key is al gebruikt voor een ander vumID of met een andere reden. Gebruik voor elke detailvraag een nieuwe.',
    );
  }
}

/** The answer never reached the API process that waited for it; the request does not count. */
export class DetailNietOpgehaald extends DomainError {
  readonly code = 'detail-niet-opgehaald';
  override readonly retryable = true;
  constructor() {
    super('Het detail kon niet worden opgehaald en telt niet mee. Probeer het opnieuw.');
  }
}

/** More people wait for a detail in this process than it has memory set aside for. */
export class TeDruk extends DomainError {
  readonly code = 'te-druk';
  override readonly retryable = true;
  constructor() {
    super('Er worden nu te veel details tegelijk gevraagd. Probeer het over enkele seconden opnieuw.');
  }
}

/** Temporal cannot be reached: nothing was started. */
export class VerwerkingNietBeschikbaar extends DomainError {
  readonly code = 'verwerking-niet-beschikbaar';
  override readonly retryable = true;
  constructor(options?: ErrorOptions) {
    super('UM kan dit nu niet uitvoeren. Probeer het over enkele minuten opnieuw.', options);
  }
}

/** The process that handled the question stopped, and nothing took it up again. */
class NietAfgerond extends DomainError {
  readonly code = 'niet-afgerond';
  override readonly retryable = true;
  constructor() {
    super('UM heeft de vraag niet kunnen afronden. Stel haar opnieuw.');
  }
}

const eigen: Readonly<Record<string, new () => DomainError>> = {
  'zoekvraag-verlopen': ZoekvraagVerlopen,
  'zoekvraag-niet-beantwoord': ZoekvraagNietBeantwoord,
  'match-onbekend': MatchOnbekend,
  'detail-quotum': DetailQuotum,
  'detail-herhaald': DetailHerhaald,
  'detail-niet-opgehaald': DetailNietOpgehaald,
  'verwerking-niet-beschikbaar': VerwerkingNietBeschikbaar,
};

/** The failure behind a code that a workflow gave back or the database keeps. */
export function foutBijCode(code: string, bericht: VumBericht): DomainError {
  const Eigen = eigen[code];
  return vumFoutBijCode(code, bericht) ?? (Eigen ? new Eigen() : new NietAfgerond());
}
