import type { GebruikteMapping } from '../../../domain/mapping/gebruikte-mapping.ts';
import type { Mapping } from '../../../domain/mapping/mapping.ts';
import type { OpgeslagenMapping } from '../../../domain/mapping/kies-mapping.ts';

/** What a reader of own columns may use, beside the file. */
export interface MappingHulp {
  /** The name that the upload asks for; null lets UM choose. */
  readonly gevraagd: string | null;
  /** The mappings that the gemeente saved for this soort. */
  readonly opgeslagen: readonly OpgeslagenMapping[];
  /** With what this upload was being read before; it is finished with the same. */
  readonly eerder: GebruikteMapping | undefined;
  /** The gemeente's own key for pseudonyms; it never leaves this process. */
  readonly sleutel: Uint8Array | undefined;
}

/** The same as it goes to the reading thread, which takes the texts apart: that is no work for an event loop. */
export interface MappingOpdracht {
  readonly gevraagd: string | null;
  readonly opgeslagen: readonly { readonly naam: string; readonly inhoud: string }[];
  readonly eerder: string | undefined;
  readonly sleutel: Uint8Array | undefined;
}

export const leesHulp = ({ gevraagd, opgeslagen, eerder, sleutel }: MappingOpdracht): MappingHulp => ({
  gevraagd,
  opgeslagen: opgeslagen.map(({ naam, inhoud }) => ({ naam, mapping: JSON.parse(inhoud) as Mapping })),
  eerder: eerder === undefined ? undefined : (JSON.parse(eerder) as GebruikteMapping),
  sleutel,
});

/** For files that need none of it. */
export const geenHulp: MappingHulp = {
  gevraagd: null,
  opgeslagen: [],
  eerder: undefined,
  sleutel: undefined,
};

/** Told once for each file with own columns, before its first record and before it is refused. */
export type MeldMapping = (gebruikt: GebruikteMapping) => void;
