import { vorm } from '../velden.ts';

/*
 * What a record is known and found by: its id, its place, a language. Shared by a werkzoekende and a vacature,
 * as the bron contracts 3.0.0 spell it; the descriptions follow the data standard (Gegevensstandaard VUM 1.5).
 */

/** The contract's SafeIDString, which may be empty; that UM needs a real id is a rule of the validation. */
export const id = (title: string, uitleg: string) =>
  vorm(
    title,
    '^[a-zA-Z0-9_.-]{0,200}$',
    'mag alleen letters, cijfers, punten, streepjes en onderstrepingstekens bevatten, hoogstens 200',
    { uitleg, voorbeeld: 'P-2026-0001' },
  );

export const postcode = (title: string, uitleg?: string) =>
  vorm(title, '^[0-9]{4}[a-zA-Z]{2}$', 'moet vier cijfers en twee letters zijn, zoals 1234AB', {
    ...(uitleg === undefined ? {} : { uitleg }),
    voorbeeld: '1234AB',
  });

export const codeTaal = vorm(
  'Code taal',
  '^[a-z]{3}$',
  'moet een code van drie kleine letters uit ISO 639-3 zijn, zoals nld',
  { uitleg: 'De taal, als code uit ISO 639-3.', voorbeeld: 'nld', lijst: 'talen' },
);
