import type { Goedkeuring, Modus } from '../domain/aanleveringen/wensen.ts';
import type { SoortNaam } from '../domain/soorten/soort-naam.ts';

/** An instant as the database keeps it: ISO 8601, UTC, milliseconds (`2026-11-23T20:45:05.123Z`). */
export type Instant = string;

export interface GemeenteRow {
  oin: string;
  naam: string;
}

export type AanleveringStatus =
  /** The file is coming in. */
  | 'ontvangst'
  /** Received; the workflow has not begun. */
  | 'wacht'
  /** Being read and validated. */
  | 'controle'
  /** Previewed; a person decides, before `goedkeuren_voor`. */
  | 'wacht-op-goedkeuring'
  /** A person approved; about to be published. */
  | 'goedgekeurd'
  | 'gepubliceerd'
  /** Faults in the file: nothing is published. */
  | 'afgekeurd'
  /** A later upload of the same soort was published first: nothing is published. */
  | 'ingehaald'
  /** Something went wrong in UM: nothing is published. */
  | 'mislukt'
  | 'geannuleerd'
  /** A person rejected it: nothing is published. */
  | 'afgewezen'
  /** Nobody decided in time: nothing is published. */
  | 'vervallen';

/** What UM is doing for an upload; finer than its status, and the same words as in the API. */
export type AanleveringFase =
  | 'ontvangst'
  | 'wacht'
  | 'controle'
  | 'voorbeeld'
  | 'goedkeuring'
  | 'samenvoegen'
  | 'publicatie'
  /** Ended; what is no longer needed is being deleted. */
  | 'opruimen'
  | 'klaar';

export interface AanleveringRow {
  id: string;
  oin: string;
  soort: SoortNaam;
  status: AanleveringStatus;
  fouten_modus: 'weiger' | 'sla-over';
  formaat: string | null;
  bestandsnaam: string | null;
  aangeleverd_door: string;
  aangeleverd_op: Instant;
  afgerond_op: Instant | null;
  correlatie_id: string;
  idempotentie_sleutel: string | null;
  bytes: number;
  sha256: string | null;
  leespunt_byte: number;
  leespunt_regel: number;
  gelezen: number;
  geldig: number;
  foutief: number;
  waarschuwingen: number;
  fouten_bewaard: number;
  fout_code: string | null;
  fout_melding: string | null;
  publicatie_id: string | null;
  /** Until when its file is kept, so that the gemeente can have it back with its faults; null when it is not. */
  bestand_tot: Instant | null;
  /** Until when its faults are kept; null while it has not ended. */
  fouten_tot: Instant | null;
  modus: Modus;
  goedkeuring: Goedkeuring;
  fase: AanleveringFase;
  fase_sinds: Instant | null;
  /** When the counts last moved; while the file comes in, when some of it last did. */
  voortgang_op: Instant | null;
  /** How far into the file reading has come; `leespunt_byte` counts records where a format cannot be entered halfway. */
  gelezen_bytes: number;
  /** Valid records that ask to be deleted; part of `geldig`. */
  verwijderingen: number;
  /** Records that VUM finds because of this upload. */
  gepubliceerd: number;
  /** The publicatie that the preview was made against; null where there was none. */
  basis_id: string | null;
  /** `Voorbeeld` as JSON. */
  voorbeeld: string | null;
  /** Number of the last record of the base that was looked at while taking over; null before, 0 at the start. */
  samengevoegd_tot: number | null;
  overgenomen: number;
  goedkeuren_voor: Instant | null;
  besluit: 'goedgekeurd' | 'afgewezen' | null;
  besluit_reden: string | null;
  besloten_door: string | null;
  besloten_op: Instant | null;
  /** Who asked to cancel it, and with which request; what comes of it stands in `status`. */
  geannuleerd_door: string | null;
  annulering_correlatie_id: string | null;
  /** The mapping that was asked for by name; null lets UM choose. */
  mapping: string | null;
  /** Rows of people who did not consent: not published, and no fault. */
  zonder_toestemming: number;
}

export interface MappingRow {
  oin: string;
  soort: SoortNaam;
  naam: string;
  versie: number;
  /** `Mapping` as JSON. */
  inhoud: string;
  gewijzigd_door: string;
  gewijzigd_op: Instant;
}

interface AanleveringMappingRow {
  aanlevering_id: string;
  /** `GebruikteMapping` as JSON. */
  inhoud: string;
}

export interface AanleveringVerwijderingRow {
  aanlevering_id: string;
  record_id: string;
  regel: number;
}

interface AanleveringDeelRow {
  aanlevering_id: string;
  volgnummer: number;
  inhoud: Buffer;
}

export interface AanleveringFoutRow {
  id: number;
  aanlevering_id: string;
  regel: number;
  record_id: string | null;
  pad: string;
  code: string;
  ernst: 'fout' | 'waarschuwing';
  melding: string;
  /** Name of the sheet, empty in a CSV file; null where the file has no cells, or the place is not known. */
  blad: string | null;
  /** As the spreadsheet shows it. */
  rij: number | null;
  /** 0 is A; null when the fault is about the whole row. */
  kolom: number | null;
}

/** How many faults of one kind an upload has, those that are not kept included. */
interface AanleveringFoutAantalRow {
  aanlevering_id: string;
  code: string;
  ernst: 'fout' | 'waarschuwing';
  aantal: number;
}

export interface PublicatieRow {
  /** What its records refer to; nobody outside the database knows it. */
  nummer: number;
  id: string;
  oin: string;
  soort: SoortNaam;
  aanlevering_id: string;
  status: 'opbouw' | 'actief' | 'vervangen' | 'ingetrokken' | 'verworpen';
  aantal: number;
  aangemaakt_op: Instant;
  gepubliceerd_op: Instant | null;
  beeindigd_op: Instant | null;
  geleegd_op: Instant | null;
  /** When the gemeente was told that it has grown old; null before, and while nothing grows old. */
  veroudering_gemeld_op: Instant | null;
}

export interface PublicatieRecordRow {
  /** Grows with every record that is stored: within a publicatie the order of the file. */
  nummer: number;
  publicatie_nummer: number;
  record_id: string;
  /** Line in the file; 0 for a record that was taken over from the publicatie before. */
  regel: number;
  /** The whole record as JSON. */
  inhoud: string;
}

export interface ActievePublicatieRow {
  oin: string;
  soort: SoortNaam;
  /** Null after a withdrawal. */
  publicatie_id: string | null;
  versie: number;
}

export type ZoekvraagStatus = 'loopt' | 'beantwoord' | 'mislukt' | 'verlopen' | 'beeindigd';

interface PublicatieVersieRow {
  id: number;
  versie: number;
}

export interface ZoekvraagRow {
  id: string;
  oin: string;
  soort: SoortNaam;
  status: ZoekvraagStatus;
  /** The `vraagObject` as it is sent to VUM, as JSON. */
  vraag: string;
  /** Hash of (oin, soort, normalised question) while this row answers that question, else null: unique. */
  sleutel: string | null;
  gesteld_door: string;
  gesteld_op: Instant;
  beantwoord_op: Instant | null;
  verloopt_op: Instant;
  verwijderd_op: Instant | null;
  correlatie_id: string;
  vum_vraag_id: string | null;
  maximum_bereikt: boolean | number | null;
  aantal_matches: number | null;
  fout_code: string | null;
  details_gebruikt: number;
}

export interface MatchRow {
  zoekvraag_id: string;
  vum_id: string;
  volgnummer: number;
  /** The match as VUM gave it, as JSON. */
  inhoud: string;
}

/**
 * `gevraagd` counts for nothing yet; `gereserveerd` and `geleverd` count as one of the ten; `herhaling` is a
 * delivered one being fetched again, which counts already; `vrijgegeven` and `geweigerd` do not count.
 */
type DetailvraagStatus = 'gevraagd' | 'gereserveerd' | 'geleverd' | 'herhaling' | 'vrijgegeven' | 'geweigerd';

export interface DetailvraagRow {
  zoekvraag_id: string;
  request_id: string;
  oin: string;
  /** Empty once the zoekvraag has ended. */
  vum_id: string;
  reden: string;
  status: DetailvraagStatus;
  gevraagd_door: string;
  gevraagd_op: Instant;
  gewijzigd_op: Instant;
  correlatie_id: string;
  fout_code: string | null;
}

export interface GebeurtenisRow {
  id: number;
  /** Counts from 1 within a gemeente, without gaps. */
  volgnummer: number;
  tijdstip: Instant;
  oin: string;
  actor: string;
  actie: string;
  object_soort: string;
  object_id: string;
  uitkomst: string;
  reden: string | null;
  correlatie_id: string | null;
}

interface SpoorTellerRow {
  oin: string;
  laatste: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    gemeenten: GemeenteRow;
    aanleveringen: AanleveringRow;
    aanlevering_delen: AanleveringDeelRow;
    aanlevering_fouten: AanleveringFoutRow;
    aanlevering_fout_aantallen: AanleveringFoutAantalRow;
    aanlevering_verwijderingen: AanleveringVerwijderingRow;
    aanlevering_mappingen: AanleveringMappingRow;
    mappingen: MappingRow;
    publicaties: PublicatieRow;
    publicatie_records: PublicatieRecordRow;
    actieve_publicaties: ActievePublicatieRow;
    publicatie_versie: PublicatieVersieRow;
    zoekvragen: ZoekvraagRow;
    matches: MatchRow;
    detailvragen: DetailvraagRow;
    gebeurtenissen: GebeurtenisRow;
    spoor_tellers: SpoorTellerRow;
  }
}
