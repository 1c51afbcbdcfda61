/** The error codes of the contract, with the HTTP status that each comes with. */
const statussen = {
  '400.01': 400,
  '400.02': 400,
  '429.01': 429,
  '500.1': 500,
  '500.3': 503,
} as const;

export type BronFoutCode = keyof typeof statussen;

/** An answer of the contract that is not 200. `message` and `details` are Dutch and hold nothing of a person. */
export class BronFout extends Error {
  readonly code: BronFoutCode;
  readonly details: string | undefined;

  constructor(code: BronFoutCode, message: string, details?: string) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return statussen[this.code];
  }

  /** The body, within the lengths of the contract. */
  get lichaam(): object {
    return {
      code: this.code,
      message: this.message.slice(0, 500),
      ...(this.details === undefined ? {} : { details: this.details.slice(0, 2000) }),
    };
  }
}

/** 400.01, an invalid call. */
export const ongeldig = (message: string, details?: string): BronFout =>
  new BronFout('400.01', message, details);

/** 503: VUM may ask again later. */
export const nietBeschikbaar = (message: string): BronFout => new BronFout('500.3', message);
