import type { SelecteerbareWaarde } from '../../../domain/selectie/selecteerbaar.ts';

/** The type of the values that a field is compared with: the only type of which a record's value can match. */
export function waardetype(veld: SelecteerbareWaarde): 'string' | 'number' {
  const [type, ander] = new Set(Object.values(veld.operatoren).map((bereik) => bereik.type));
  if (type === undefined || ander !== undefined)
    throw new Error(`${veld.pad} must compare one type of value`);
  return type;
}
