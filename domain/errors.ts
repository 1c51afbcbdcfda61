/**
 * What UM can refuse or fail at, each with a literal code. A code is the contract: clients, workflows and
 * operators branch on it. HTTP and Temporal each translate these in one place.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  /** Whether asking again later can succeed. Temporal retries only what can get better. */
  readonly retryable: boolean = false;
  /** What the API adds to the problem: ids alone, such as the zoekvraag that failed. */
  toelichting?: Readonly<Record<string, string>>;

  /** `message` is Dutch, for people, and says what to do; it never holds a person's data. */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The resource does not exist, or belongs to another gemeente: the two look the same on purpose. */
export class NietGevonden extends DomainError {
  readonly code = 'niet-gevonden';
}

/** The resource is there, but this cannot be done with it. */
export class MethodeNietMogelijk extends DomainError {
  readonly code = 'methode-niet-mogelijk';
  constructor(welWat: readonly string[]) {
    super(`Dit kan niet op dit adres. Wel mogelijk: ${welWat.join(', ')}. Zie /v1/openapi.json.`);
  }
}

/** The request itself is wrong; `fouten` lists every fault found, all at once. */
export class OngeldigVerzoek extends DomainError {
  readonly code = 'ongeldig-verzoek';
  readonly fouten: readonly Verzoekfout[];

  constructor(message: string, fouten: readonly Verzoekfout[] = []) {
    super(message);
    this.fouten = fouten;
  }
}

/** One fault in a request: where (`body`, `query`, `path` or `header`), the JSON Pointer or name, and what. */
export interface Verzoekfout {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly pad: string;
  readonly melding: string;
}

/** No valid token: nobody knows who asks. */
export class NietAangemeld extends DomainError {
  readonly code = 'niet-aangemeld';
}

/** It is known who asks, and this is not theirs to do. */
export class NietToegestaan extends DomainError {
  readonly code = 'niet-toegestaan';
}

/** The identity provider gave no keys, so that no token can be judged: the asker may well be who he says he is. */
export class AanmeldenNietBeschikbaar extends DomainError {
  readonly code = 'aanmelden-niet-beschikbaar';
  override readonly retryable = true;
  constructor(options?: ErrorOptions) {
    super('UM kan uw aanmelding nu niet controleren. Probeer het over een minuut opnieuw.', options);
  }
}

/** The body of the request did not come in within the time that is set for it. */
export class VerzoekTeTraag extends DomainError {
  readonly code = 'verzoek-te-traag';
  override readonly retryable = true;
  constructor() {
    super('De inhoud van het verzoek kwam niet op tijd binnen. Probeer het opnieuw.');
  }
}

/** The body of the request calls itself something else than JSON in UTF-8. */
export class InhoudGeenJson extends DomainError {
  readonly code = 'inhoud-geen-json';
  constructor() {
    super('Stuur de inhoud als JSON in UTF-8, met de header Content-Type: application/json.');
  }
}

/** The JSON body of the request is larger than UM reads. */
export class InhoudTeGroot extends DomainError {
  readonly code = 'inhoud-te-groot';
  constructor(hoogstensKb: number) {
    super(`De inhoud is groter dan ${hoogstensKb} kB. Stuur minder in één verzoek.`);
  }
}
