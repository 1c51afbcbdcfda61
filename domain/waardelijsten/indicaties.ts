export const jaNee = [
  [1, 'Ja'],
  [2, 'Nee'],
] as const;

export const jaNeeOnbekend = [[0, 'Onbekend'], ...jaNee] as const;

export const jaNeeOnbekendNvt = [...jaNeeOnbekend, [8, 'Niet van toepassing']] as const;
