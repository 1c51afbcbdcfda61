import { Type } from 'typebox';

/** An address of something related, under its name in `_links`. */
export const link = Type.Object({ href: Type.String() });

/** What a page of a list says of the next one. */
export const volgende = Type.Optional(
  Type.String({ description: 'Adres van de volgende bladzijde; ontbreekt op de laatste' }),
);
