import { talen } from './talen.ts';

/** The lists that others keep and extend; a schema names one with `x-open-lijst`. */
export type OpenLijstNaam = (typeof openLijstNamen)[number];
export const openLijstNamen = ['beroepen', 'competenties', 'sbi', 'talen', 'opleidingen'] as const;

/**
 * A list that grows without a new version of the standard. The contract allows every code of the right form, and so
 * does UM, unless it is given a copy of the list: who configures one wants its codes and no others.
 */
export interface OpenLijst {
  readonly naam: OpenLijstNaam;
  /** For people: "de beroepen van CompetentNL". */
  readonly titel: string;
  /** What a code of this list looks like. */
  readonly vorm: RegExp;
  /** The same form in words, as the end of a sentence that starts with the field. */
  readonly verwacht: string;
  /** Labels by code, of what UM knows by heart or read from a configured copy; not complete unless `volledig`. */
  readonly labels: ReadonlyMap<string, string>;
  /** Whether a code that is not among `labels` does not exist. */
  readonly volledig: boolean;
}

type Vorm = Pick<OpenLijst, 'titel' | 'vorm' | 'verwacht'>;

const vormen: Readonly<Record<OpenLijstNaam, Vorm>> = {
  beroepen: {
    titel: 'de beroepen van CompetentNL',
    vorm: /^https?:\/\/[^\s/]+\/\S+$/,
    verwacht: 'hoort een URI uit CompetentNL te zijn, die begint met https://',
  },
  // The official test data holds bare numbers beside URIs.
  competenties: {
    titel: 'de competenties van CompetentNL',
    vorm: /^(?:https?:\/\/[^\s/]+\/\S+|[0-9]{1,20})$/,
    verwacht: 'hoort een URI uit CompetentNL te zijn, die begint met https://',
  },
  sbi: {
    titel: 'de Standaard Bedrijfsindeling van het CBS',
    vorm: /^[0-9]{1,5}$/,
    verwacht: 'hoort hoogstens vijf cijfers te hebben',
  },
  talen: {
    titel: 'de talen van ISO 639-3',
    vorm: /^[a-z]{3}$/,
    verwacht: 'hoort een code van drie kleine letters uit ISO 639-3 te zijn, zoals nld',
  },
  opleidingen: {
    titel: 'de opleidingsnamen van SuwiML',
    vorm: /^[0-9]{1,10}$/,
    verwacht: 'hoort uit 1 tot 10 cijfers te bestaan',
  },
};

export type OpenLijsten = Readonly<Record<OpenLijstNaam, OpenLijst>>;

/** The open lists by their form, completed with those of which a copy is configured (code and label). */
export function maakOpenLijsten(
  kopieen: Partial<Readonly<Record<OpenLijstNaam, ReadonlyMap<string, string>>>> = {},
): OpenLijsten {
  const lijst = (naam: OpenLijstNaam): OpenLijst => {
    const kopie = kopieen[naam];
    const bekend = naam === 'talen' ? new Map<string, string>(talen) : new Map<string, string>();
    return { naam, ...vormen[naam], labels: kopie ?? bekend, volledig: kopie !== undefined };
  };
  return {
    beroepen: lijst('beroepen'),
    competenties: lijst('competenties'),
    sbi: lijst('sbi'),
    talen: lijst('talen'),
    opleidingen: lijst('opleidingen'),
  };
}

/** Whether the list may hold this code: by its form, and by the list where that is complete. */
export function oordeel(lijst: OpenLijst, code: string | number): 'goed' | 'vorm' | 'onbekend' {
  const tekst = `${code}`;
  if (!lijst.vorm.test(tekst)) return 'vorm';
  return !lijst.volledig || heeft(lijst, tekst) ? 'goed' : 'onbekend';
}

/** SBI codes are numbers in the contract, and so lose the zero that the CBS writes before the first nine. */
const heeft = ({ naam, labels }: OpenLijst, code: string): boolean =>
  labels.has(code) || (naam === 'sbi' && labels.has(`0${code}`));
