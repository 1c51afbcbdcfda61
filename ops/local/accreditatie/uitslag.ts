import type { CollectieUitslag } from './draai-collectie.ts';

const maxGetoond = 10;

/** The result for a person: the numbers, and the first failures with what there is to know of them. */
export function toonUitslag(uitslagen: readonly CollectieUitslag[]): string {
  const regels = uitslagen.map(
    ({ naam, iteraties, geslaagd, gezakt }) =>
      `${naam}: ${iteraties} zoekvragen, ${geslaagd} toetsen geslaagd, ${gezakt.length} gezakt`,
  );
  const gezakt = uitslagen.flatMap((uitslag) =>
    uitslag.gezakt.map((toets) => ({ naam: uitslag.naam, ...toets })),
  );
  for (const toets of gezakt.slice(0, maxGetoond)) {
    regels.push('', `✗ ${toets.naam}, zoekvraag ${toets.iteratie}, ${toets.verzoek}`);
    regels.push(`  ${toets.toets}`, `  ${toets.melding.slice(0, 300)}`);
    regels.push(...toets.toelichting.slice(0, 5).map((regel) => `    ${regel}`));
  }
  if (gezakt.length > maxGetoond) regels.push('', `… en nog ${gezakt.length - maxGetoond}`);
  const geslaagd = uitslagen.reduce((som, uitslag) => som + uitslag.geslaagd, 0);
  regels.push('', `Accreditatie: ${geslaagd} toetsen geslaagd, ${gezakt.length} gezakt`);
  return regels.join('\n');
}

/** Whether it is a pass: nothing failed, and there was something to pass. */
export function isGeslaagd(uitslagen: readonly CollectieUitslag[]): boolean {
  return (
    uitslagen.length > 0 && uitslagen.every(({ geslaagd, gezakt }) => geslaagd > 0 && gezakt.length === 0)
  );
}
