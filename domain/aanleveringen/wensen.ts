/** What an upload holds: the whole set of a gemeente and soort, or changes to it. */
export const modi = ['volledig', 'mutaties'] as const;
export type Modus = (typeof modi)[number];

/** Who decides on publication: nobody, a person, or a person when the preview warns. */
export const goedkeuringen = ['automatisch', 'handmatig', 'bij-waarschuwing'] as const;
export type Goedkeuring = (typeof goedkeuringen)[number];
