import { DomainError } from '../errors.ts';

/** Somebody else made, changed or deleted this mapping since the asker looked at it. */
export class MappingVeranderd extends DomainError {
  readonly code = 'mapping-veranderd';

  constructor() {
    super('Deze mapping is intussen gemaakt, gewijzigd of verwijderd. Haal haar opnieuw op en wijzig die.');
  }
}

/** A gemeente has as many as it may have. */
export class TeVeelMappingen extends DomainError {
  readonly code = 'te-veel-mappingen';

  constructor(hoogstens: number) {
    super(`Uw gemeente heeft al ${hoogstens} mappingen. Verwijder er een die u niet meer gebruikt.`);
  }
}
