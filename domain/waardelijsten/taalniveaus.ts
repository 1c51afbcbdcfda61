export const taalniveaus = [
  [0, 'Onbekend'],
  [1, 'Geen beheersing'],
  [2, 'Redelijk'],
  [3, 'Goed'],
  [4, 'Uitstekend'],
  [8, 'Niet van toepassing'],
] as const;
