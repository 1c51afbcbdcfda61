import { DomainError } from '../../domain/errors.ts';

/** Another attempt goes on with this upload, or somebody stopped it; this attempt has nothing left to do. */
export class AanleveringInAndereHanden extends DomainError {
  readonly code = 'aanlevering-in-andere-handen';
  override readonly retryable = true;

  constructor() {
    super('Een andere verwerking is met deze aanlevering bezig, of zij is gestopt.');
  }
}
