/** Excel's own limit. */
const HOOGSTE_LENGTE = 31;

/**
 * Hands out names for the tabs of one workbook: the title, without what a tab may not hold, cut at a word. A title
 * that is taken gets the title of its parent behind it.
 */
export function maakBladnamen(): (titel: string, ouder?: string) => string {
  const gegeven = new Set<string>();
  return (titel, ouder) => {
    const kandidaten = [titel, ...(ouder === undefined ? [] : [`${titel} ${ouder.toLowerCase()}`])];
    for (let nummer = 2; nummer < 100; nummer++) kandidaten.push(`${inkorten(schoon(titel), 28)} ${nummer}`);
    const naam = kandidaten
      .map((kandidaat) => inkorten(schoon(kandidaat), HOOGSTE_LENGTE))
      .find((kandidaat) => !gegeven.has(kandidaat.toLowerCase()));
    if (naam === undefined) throw new Error(`No tab name left for ${titel}`);
    gegeven.add(naam.toLowerCase());
    return naam;
  };
}

const schoon = (titel: string): string =>
  titel
    .replace(/\s*[[\]:*?/\\]+-?\s*/g, '-')
    .replace(/^'+|'+$/g, '')
    .trim();

function inkorten(naam: string, lengte: number): string {
  if (naam.length <= lengte) return naam;
  const woord = naam.slice(0, lengte + 1).lastIndexOf(' ');
  // What would be left of `beroeps- en bedrijfsleven` is no word.
  return naam.slice(0, woord > 0 ? woord : lengte).replace(/(?:[ ,]+(?:\S*-|en|of|van|de|het))*$/, '');
}
