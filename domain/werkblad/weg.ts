import { isGroep } from '../soorten/json-schema.ts';
import type { Weg } from './blad.ts';

/** What stands at the end of a way; undefined where the way ends before. */
export const waardeLangs = (geheel: unknown, weg: Weg): unknown =>
  weg.reduce<unknown>((deel, naam) => (isGroep(deel) ? deel[naam] : undefined), geheel);

/** Puts a value at the end of a way, in groups that are made as needed; a group that is there already stays. */
export function metWaarde(geheel: unknown, weg: Weg, waarde: unknown): unknown {
  const [naam, ...verder] = weg;
  if (naam === undefined) return isGroep(geheel) && isGroep(waarde) ? geheel : waarde;
  const groep: Record<string, unknown> = isGroep(geheel) ? geheel : {};
  groep[naam] = metWaarde(groep[naam], verder, waarde);
  return groep;
}
