import { Type } from 'typebox';

/** An address of something related, under its name in `_links`. */
export const link = Type.Object(
  { href: Type.String({ description: 'Het adres, zonder de naam van de server' }) },
  { description: 'Adres van wat de naam zegt; self is het antwoord zelf' },
);

/** Of the member that holds the links. */
export const linksTekst = { description: 'Adressen van wat hierbij hoort' };

/** What a page of a list says of the next one. */
export const volgende = Type.Optional(
  Type.String({ description: 'Adres van de volgende bladzijde; ontbreekt op de laatste' }),
);
