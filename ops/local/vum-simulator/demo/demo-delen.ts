import { demoPostcodes, demoTalen } from './demo-lijsten.ts';
import type { Willekeur } from './willekeur.ts';

/** Says of itself that nobody has this: shown wherever a detail is shown. */
export const fictief =
  'Dit is een fictief voorbeeld uit de VUM-simulator; er hoort geen persoon of bedrijf bij.';

/** Spread over the country by its number, with letters that say demo. */
export const demoPostcode = (nummer: number): string =>
  `${demoPostcodes[nummer % demoPostcodes.length] ?? '1012'}XX`;

/** `demo-w-007`: never nine digits, which would be a BSN. */
export const demoId = (letter: string, nummer: number): string =>
  `demo-${letter}-${String(nummer).padStart(3, '0')}`;

export const demoTaal = (willekeur: Willekeur): object[] => {
  const andere = willekeur.greep(demoTalen.slice(1), willekeur.getal(0, 2));
  return ['nld', ...andere].map((codeTaal) => ({
    codeTaal,
    codeNiveauTaalbeheersingMondeling: willekeur.getal(1, 4),
    codeNiveauTaalbeheersingSchriftelijk: willekeur.getal(1, 4),
  }));
};

export const demoRijbewijs = (willekeur: Willekeur): object[] =>
  willekeur.greep(['AM', 'B', 'BE', 'C', 'D'], willekeur.getal(0, 2)).map((codeSoortRijbewijs) => ({
    codeSoortRijbewijs,
  }));

export const demoContractvorm = (willekeur: Willekeur): object[] =>
  willekeur.greep(['B', 'O'], willekeur.getal(1, 2)).map((codeTypeArbeidscontract) => ({
    codeTypeArbeidscontract,
    codeTypeOvereenkomst: '01',
  }));

export const demoWerktijden = (willekeur: Willekeur): object => {
  const minimaal = willekeur.kies([8, 12, 16, 20, 24, 32]);
  return {
    aantalWerkurenPerWeekMinimaal: minimaal,
    aantalWerkurenPerWeekMaximaal: willekeur.getal(minimaal, 40),
    indicatieKantoortijden: willekeur.getal(1, 2),
  };
};

/** A first day of a month in 2026 or 2027. */
export const demoDatum = (willekeur: Willekeur): string =>
  `${willekeur.getal(2026, 2027)}-${String(willekeur.getal(1, 12)).padStart(2, '0')}-01`;
