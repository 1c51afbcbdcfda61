import { isDeepStrictEqual } from 'node:util';

/**
 * Whether two texts of JSON hold the same: the same fields with the same values, in any order. Lists keep their
 * order, and a field that is missing is not one that is empty.
 */
export const isGelijk = (een: string, ander: string): boolean =>
  een === ander || isDeepStrictEqual(JSON.parse(een), JSON.parse(ander));
