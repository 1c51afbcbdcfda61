export const vervoermiddelen = [
  [1, 'Auto'],
  [2, 'Bromfiets'],
  [3, 'Fiets'],
  [4, 'Motor'],
  [5, 'Openbaar vervoer'],
  [9, 'Anders'],
] as const;
