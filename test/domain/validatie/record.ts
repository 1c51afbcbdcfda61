import type { SoortNaam } from '../../../domain/soorten/soort-naam.ts';
import type { RecordInhoud } from '../../../domain/soorten/soort.ts';

/** The smallest records without a fault or a warning. */
export const goed: Readonly<Record<SoortNaam, RecordInhoud>> = {
  werkzoekende: { idWerkzoekende: 'w-1', mobiliteit: { bemiddelingspostcode: '1234AB' } },
  vacature: { idVacature: 'v-1', adres: { postcode: '1234AB' } },
};

/** The good record with this value at a JSON Pointer; lists and groups on the way are made. */
export function met(soort: SoortNaam, pad: string, waarde: unknown): RecordInhoud {
  const record = structuredClone(goed[soort]) as Record<string, unknown>;
  const stappen = pad.slice(1).split('/');
  const laatste = stappen.pop() ?? '';
  let deel = record;
  for (const [index, stap] of stappen.entries()) {
    const volgende = stappen[index + 1] ?? laatste;
    deel[stap] ??= /^\d+$/.test(volgende) ? [] : {};
    deel = deel[stap] as Record<string, unknown>;
  }
  deel[laatste] = waarde;
  return record;
}
