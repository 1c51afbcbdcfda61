/** Column and row of `C14` (`$C$14`, `c14`); undefined when it is no such reference. */
export function leesAdres(adres: string): { kolom: number; rij: number } | undefined {
  let i = 0;
  let kolom = 0;
  let rij = 0;
  if (adres.charCodeAt(i) === 36) i++;
  const letters = i;
  for (; i < adres.length; i++) {
    const letter = adres.charCodeAt(i) & ~32;
    if (letter < 65 || letter > 90) break;
    kolom = kolom * 26 + letter - 64;
  }
  if (i === letters || i - letters > 7) return undefined;
  if (adres.charCodeAt(i) === 36) i++;
  const cijfers = i;
  for (; i < adres.length; i++) {
    const cijfer = adres.charCodeAt(i) - 48;
    if (cijfer < 0 || cijfer > 9) return undefined;
    rij = rij * 10 + cijfer;
  }
  return i === cijfers || i - cijfers > 15 || rij === 0 ? undefined : { kolom: kolom - 1, rij };
}
