/** `C` for column 2, `AA` for column 26. */
export function kolomNaam(kolom: number): string {
  let naam = '';
  for (let rest = kolom + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    naam = String.fromCharCode(65 + ((rest - 1) % 26)) + naam;
  }
  return naam;
}

/** `C14`: the cell as the user finds it. */
export function celAdres(rij: number, kolom: number): string {
  return `${kolomNaam(kolom)}${rij}`;
}
