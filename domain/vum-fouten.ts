import { DomainError } from './errors.ts';

/** The two things UM asks of VUM: a search, or the detail behind one match. */
export type VumBericht = 'zoek' | 'detail';

/** What is known of a failure at VUM, in codes alone: an answer may hold a person's data, an error never does. */
export interface VumFoutContext {
  readonly bericht: VumBericht;
  /** VUM's own error code (`400.01`), when it was one. */
  readonly vumCode?: string | undefined;
  /** Technical cause for operators: a status (`http-502`), an errno (`ECONNREFUSED`), a place in the schema. */
  readonly reden?: string | undefined;
}

/** VUM could not be asked, or did not give an answer that can be used. */
export abstract class VumFout extends DomainError {
  readonly bericht: VumBericht;
  readonly vumCode: string | undefined;
  readonly reden: string | undefined;

  constructor(message: string, context: VumFoutContext) {
    super(context.vumCode === undefined ? message : `${message} (VUM-code ${context.vumCode})`);
    this.bericht = context.bericht;
    this.vumCode = context.vumCode;
    this.reden = context.reden;
  }
}

const weigerTekst: Record<VumBericht, string> = {
  zoek: 'VUM neemt deze zoekvraag niet aan. Controleer de vraag en stel haar opnieuw.',
  detail: 'VUM kent deze match niet meer. Zoek opnieuw en vraag het detail van een actuele match.',
};

/** HTTP 400. VUM knows no 404: an unknown vumID is a bad request as well. */
export class VumWeigertVraag extends VumFout {
  readonly code = 'vum-weigert-vraag';
  constructor(context: VumFoutContext) {
    super(weigerTekst[context.bericht], context);
  }
}

/** HTTP 401: the certificate or the OIN's are not known to VUM. Nothing an asker can mend. */
export class VumWeigertToegang extends VumFout {
  readonly code = 'vum-weigert-toegang';
  constructor(context: VumFoutContext) {
    super('VUM geeft UM geen toegang. Meld dit aan de beheerder van UM.', context);
  }
}

const limietTekst: Record<VumBericht, string> = {
  zoek: 'VUM krijgt nu te veel vragen. Probeer het over enkele minuten opnieuw.',
  detail:
    'VUM geeft op deze zoekvraag geen details meer. Stel de zoekvraag opnieuw als meer details nodig zijn.',
};

/** HTTP 429. A search may pass later; VUM's limit on details of one search does not go away by waiting. */
export class VumLimiet extends VumFout {
  readonly code = 'vum-limiet';
  override readonly retryable: boolean;
  constructor(context: VumFoutContext) {
    super(limietTekst[context.bericht], context);
    this.retryable = context.bericht === 'zoek';
  }
}

/** HTTP 500, and any other server error. */
export class VumStoring extends VumFout {
  readonly code = 'vum-storing';
  override readonly retryable = true;
  constructor(context: VumFoutContext) {
    super('VUM heeft een storing. Probeer het later opnieuw.', context);
  }
}

/** HTTP 503. */
export class VumNietBeschikbaar extends VumFout {
  readonly code = 'vum-niet-beschikbaar';
  override readonly retryable = true;
  constructor(context: VumFoutContext) {
    super('VUM is nu niet beschikbaar. Probeer het later opnieuw.', context);
  }
}

/** No complete answer within the time agreed. */
export class VumTeLaat extends VumFout {
  readonly code = 'vum-te-laat';
  override readonly retryable = true;
  constructor(context: VumFoutContext) {
    super('VUM antwoordt niet op tijd. Probeer het later opnieuw.', context);
  }
}

/** The connection was refused, reset, or never made. */
export class VumOnbereikbaar extends VumFout {
  readonly code = 'vum-onbereikbaar';
  override readonly retryable = true;
  constructor(context: VumFoutContext) {
    super('VUM is niet te bereiken. Probeer het later opnieuw.', context);
  }
}

/** The TLS handshake failed: a certificate is expired, unknown or for another name. Waiting does not help. */
export class VumVerbindingOnveilig extends VumFout {
  readonly code = 'vum-verbinding-onveilig';
  constructor(context: VumFoutContext) {
    super('De beveiligde verbinding met VUM komt niet tot stand. Meld dit aan de beheerder van UM.', context);
  }
}

/** Not JSON, not the contract, or no record at all. The answer is dropped as a whole. */
export class VumAntwoordOnjuist extends VumFout {
  readonly code = 'vum-antwoord-onjuist';
  constructor(context: VumFoutContext) {
    super(
      'VUM gaf een antwoord dat niet aan de standaard voldoet. Meld dit aan de beheerder van UM.',
      context,
    );
  }
}

/** More bytes than UM is willing to hold. */
export class VumAntwoordTeGroot extends VumFout {
  readonly code = 'vum-antwoord-te-groot';
  constructor(context: VumFoutContext) {
    super(
      'VUM gaf een te groot antwoord. Maak de zoekvraag gerichter, bijvoorbeeld met een kleinere afstand.',
      context,
    );
  }
}
