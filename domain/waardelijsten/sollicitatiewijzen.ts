export const sollicitatiewijzen = [
  ['1', 'Per post'],
  ['2', 'Per telefoon'],
  ['3', 'Per e-mail'],
  ['4', 'Per online sollicitatieformulier'],
] as const;
