import type { ProblemCode } from '../middleware/problem-details.ts';

/** What can come of asking VUM, for the description of the operations that do. */
export const vumProblems: readonly ProblemCode[] = [
  'vum-weigert-vraag',
  'vum-limiet',
  'vum-weigert-toegang',
  'vum-storing',
  'vum-verbinding-onveilig',
  'vum-antwoord-onjuist',
  'vum-antwoord-te-groot',
  'vum-onbereikbaar',
  'vum-niet-beschikbaar',
  'vum-te-laat',
  'verwerking-niet-beschikbaar',
  'niet-afgerond',
];
