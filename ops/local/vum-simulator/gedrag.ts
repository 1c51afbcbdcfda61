import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

/** Every way in which VUM can misbehave; `schudden` answers well, in another order. */
export const aarden = [
  '400',
  '401',
  '429',
  '500',
  '503',
  'geen-antwoord',
  'reset',
  'reset-halverwege',
  'onleesbaar',
  'contractbreuk',
  'leeg',
  'traag',
  'schudden',
  'goed',
] as const;

/** One instruction to the simulator: how to answer which messages, how often. */
const gedragSchema = Type.Object(
  {
    aard: Type.Enum(aarden),
    /** Absent: both. */
    bericht: Type.Optional(Type.Union([Type.Literal('zoek'), Type.Literal('detail')])),
    /** For the next so many messages; absent: until changed. */
    aantal: Type.Optional(Type.Integer({ minimum: 1 })),
    /** Milliseconds before the answer. */
    vertragingMs: Type.Optional(Type.Integer({ minimum: 0, maximum: 600_000 })),
  },
  { additionalProperties: false },
);
export type Gedrag = Static<typeof gedragSchema>;

const lijst = Compile(Type.Array(gedragSchema, { maxItems: 100 }));

/** The instructions in force; the first that fits a message decides. */
export interface Gedragingen {
  readonly nu: readonly Gedrag[];
  /** Replaces all instructions; false, and nothing changes, when `invoer` is no list of them. */
  stel(invoer: unknown): boolean;
  /** What to do with this message; uses up one of a counted instruction. */
  voor(bericht: 'zoek' | 'detail'): Gedrag;
}

export function createGedragingen(): Gedragingen {
  let nu: Gedrag[] = [];
  return {
    get nu() {
      return nu;
    },
    stel(invoer) {
      if (!lijst.Check(invoer)) return false;
      nu = structuredClone(invoer);
      return true;
    },
    voor(bericht) {
      const gedrag = nu.find((kandidaat) => (kandidaat.bericht ?? bericht) === bericht);
      if (gedrag === undefined) return { aard: 'goed' };
      if (gedrag.aantal !== undefined) {
        nu =
          gedrag.aantal > 1
            ? nu.map((ander) => (ander === gedrag ? { ...ander, aantal: (ander.aantal ?? 1) - 1 } : ander))
            : nu.filter((ander) => ander !== gedrag);
      }
      return gedrag;
    },
  };
}
