import { DomainError } from '../errors.ts';

/** There were faults, but what the file with faults would be made of is gone. */
export class FoutenbestandVerlopen extends DomainError {
  readonly code = 'foutenbestand-verlopen';

  constructor() {
    super(
      'Dit bestand wordt niet meer bewaard. Lever het opnieuw aan; daarna kunt u het met de fouten erin ophalen.',
    );
  }
}

/** Files are being made for as many askers as one process can serve at once. */
export class FoutenbestandTeDruk extends DomainError {
  readonly code = 'foutenbestand-te-druk';
  override readonly retryable = true;

  constructor() {
    super(
      'Er worden nu te veel bestanden met fouten tegelijk opgehaald. Probeer het over een kwartminuut opnieuw.',
    );
  }
}
