/** The codes that the standard knows, with the HTTP status that each belongs to. */
const statussen = {
  '400.01': 400,
  '400.02': 400,
  '401': 401,
  '429.01': 429,
  '500.1': 500,
  '500.3': 503,
} as const;
export type ContractCode = keyof typeof statussen;

/** An answer of VUM other than 200, in the shape of the contract. */
export class ContractFout extends Error {
  readonly status: number;
  readonly code: ContractCode;
  readonly details: string | undefined;

  constructor(code: ContractCode, message: string, details?: string) {
    super(message);
    this.status = statussen[code];
    this.code = code;
    this.details = details?.slice(0, 2000);
  }

  /** The contract gives a 401 no body. */
  get lichaam(): object | null {
    if (this.status === 401) return null;
    return {
      code: this.code,
      message: this.message.slice(0, 500),
      ...(this.details !== undefined && { details: this.details }),
    };
  }
}
