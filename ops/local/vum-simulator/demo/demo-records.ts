import type { SoortNaam } from '../../../../domain/soorten/soort-naam.ts';
import type { RecordInhoud } from '../../../../domain/soorten/soort.ts';
import { demoVacature } from './demo-vacature.ts';
import { demoWerkzoekende } from './demo-werkzoekende.ts';

const aantallen: Record<SoortNaam, number> = { werkzoekende: 60, vacature: 40 };

/** Fictional records of every kind, the same in each run: a search finds something at once. */
export function demoRecords(): Record<SoortNaam, RecordInhoud[]> {
  const reeks = (aantal: number): number[] => Array.from({ length: aantal }, (_leeg, index) => index + 1);
  return {
    werkzoekende: reeks(aantallen.werkzoekende).map(demoWerkzoekende),
    vacature: reeks(aantallen.vacature).map(demoVacature),
  };
}
