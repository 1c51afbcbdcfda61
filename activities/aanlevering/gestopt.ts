import { DomainError } from '../../domain/errors.ts';

/** The upload ended while it was worked on: somebody else ended it, and nothing is left to do. */
export class AanleveringGestopt extends DomainError {
  readonly code = 'gestopt';

  constructor() {
    super('De aanlevering is al afgerond.');
  }
}
