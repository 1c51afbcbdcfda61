import { DomainError } from '../errors.ts';

/** More bytes than one upload may have. */
export class UploadTeGroot extends DomainError {
  readonly code = 'bestand-te-groot';

  constructor(grens: number) {
    super(`Het bestand is groter dan ${leesbaar(grens)}. Lever een kleiner bestand aan.`);
  }
}

const leesbaar = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.floor(bytes / 1_048_576)} MB` : `${bytes} bytes`;

/** The upload came in a form that UM does not take: compressed, or not one file. */
export class UploadVormOnbekend extends DomainError {
  readonly code = 'upload-vorm-onbekend';
}

/** The connection broke, or the upload took too long. Usually nobody is left to read this. */
export class UploadAfgebroken extends DomainError {
  readonly code = 'upload-afgebroken';

  constructor(options?: ErrorOptions) {
    super('Het bestand is niet volledig ontvangen. Lever het opnieuw aan.', options);
  }
}

/** The Idempotency-Key belongs to an upload of another soort, or with other wishes. */
export class SleutelVanAndereAanlevering extends DomainError {
  readonly code = 'sleutel-hergebruikt';

  constructor() {
    super(
      'Deze Idempotency-Key is al gebruikt voor een ander bestand, of met een andere soort, modus, goedkeuring, mapping of fouten. Gebruik voor elke aanlevering een nieuwe.',
    );
  }
}

/** The upload with this Idempotency-Key is still coming in, or was until a moment ago. */
export class AanleveringBestaatAl extends DomainError {
  readonly code = 'idempotency-key-in-gebruik';

  constructor() {
    super(
      'Met deze Idempotency-Key komt al een bestand binnen. Wacht daarop. Is dat afgebroken, probeer het dan na een minuut opnieuw.',
    );
  }
}

/** It has ended: there is nothing left to cancel. */
export class AanleveringAfgerond extends DomainError {
  readonly code = 'aanlevering-afgerond';

  constructor() {
    super('Deze aanlevering is al afgerond en kan niet meer worden geannuleerd.');
  }
}

/** There is nothing to decide: not yet, or no more. */
export class GeenBesluitMogelijk extends DomainError {
  readonly code = 'geen-besluit-mogelijk';
}
