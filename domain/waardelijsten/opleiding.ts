/** A job seeker's level of work and thinking is a number; a vacancy's is the same digit as text. */
export const werkEnDenkniveaus = [
  [0, 'niet van toepassing'],
  [1, 'geen basisopleiding'],
  [2, 'basisniveau'],
  [3, 'vmbo-niveau'],
  [4, 'mbo/havo/vwo-niveau'],
  [5, 'hbo-niveau'],
  [6, 'wetenschappelijk onderwijs'],
  [7, '(nog) niet bekend'],
] as const;

export const opleidingsniveaus = [
  [1, 'Basisonderwijs'],
  [2, 'VMBO'],
  [3, 'HAVO/VWO'],
  [4, 'MBO'],
  [5, 'HBO/Bachelor'],
  [6, 'WO/Master'],
  [9, 'Anders'],
] as const;

export const opleidingsstatussen = [
  [0, 'Onbekend'],
  [1, 'Succesvol afgerond'],
  [2, 'Afgebroken'],
  [3, 'Lopend'],
] as const;
