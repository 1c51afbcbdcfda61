const HOOGSTENS = 31;

/** A name for a sheet as Excel allows it, other than those before: LibreOffice allows more. */
export function excelBladnaam(naam: string, bezet: Set<string>): string {
  const toegestaan =
    naam
      .replace(/[\\/?*[\]:]/g, '_')
      .replace(/^'|'$/g, '_')
      .slice(0, HOOGSTENS) || 'Blad';
  let uniek = toegestaan;
  for (let nummer = 2; bezet.has(uniek.toLowerCase()); nummer++) {
    const achter = ` (${nummer})`;
    uniek = toegestaan.slice(0, HOOGSTENS - achter.length) + achter;
  }
  bezet.add(uniek.toLowerCase());
  return uniek;
}
