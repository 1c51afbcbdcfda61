import type { Voorbeeld } from '../domain/aanleveringen/voorbeeld.ts';
import type { AanleveringResult } from './contract.ts';

/** What publication changes, as a sentence for operators. */
export function inWoorden({ nieuw, gewijzigd, ongewijzigd, verwijderd }: Voorbeeld): string {
  return `${nieuw} nieuw, ${gewijzigd} gewijzigd, ${ongewijzigd} ongewijzigd, ${verwijderd} verwijderd.`;
}

/** How an upload ended, as a sentence for operators. */
export function verslag(resultaat: AanleveringResult): string {
  const { uitkomst, code, gelezen, geldig, foutief, voorbeeld } = resultaat;
  const waarom = code === undefined ? '' : ` (${code})`;
  const wat = voorbeeld === undefined ? '' : ` ${inWoorden(voorbeeld)}`;
  return `${uitkomst}${waarom}: ${gelezen} gelezen, ${geldig} goed, ${foutief} met fouten.${wat}`;
}
