import { OnleesbaarBestand } from '../../../../domain/validatie/onleesbaar-bestand.ts';

/** The formats that UM reads. */
export type Formaat = 'xlsx' | 'ods' | 'csv' | 'json' | 'ndjson';

/** A format that UM knows and does not read; `remedie` says what the user can do about it. */
export function anderFormaat(wat: string, remedie = ALS_XLSX): OnleesbaarBestand {
  return new OnleesbaarBestand('bestand-formaat', `Dit is ${wat}. ${remedie}`);
}

export function versleuteld(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-versleuteld',
    'Dit bestand is met een wachtwoord beveiligd. Sla het op zonder wachtwoord en lever het opnieuw aan.',
  );
}

export function metMacros(): OnleesbaarBestand {
  return new OnleesbaarBestand(
    'bestand-macros',
    "Dit Excel-bestand bevat macro's (.xlsm). Sla het in Excel op als .xlsx en lever het opnieuw aan.",
  );
}

const ALS_XLSX = 'Sla het in Excel op als .xlsx, of in LibreOffice als .ods, en lever dat aan.';
export const GEGEVENS = 'Lever de gegevens aan als Excel (.xlsx), OpenDocument (.ods), CSV of JSON.';
