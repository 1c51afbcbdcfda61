/**
 * A closed list of the data standard (Gegevensstandaard VUM 1.5): every code with its label, in the order and the
 * words of the standard. A schema takes its enumeration from the list, so that neither can go without the other.
 */
export type Waardelijst<Code extends string | number> = readonly (readonly [Code, string])[];
