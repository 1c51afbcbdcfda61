const negenCijfers = /^[0-9]{9}$/;

/** Every way of writing a BSN has this, and most texts have not. */
const tweeCijfers = /[0-9]{2}/;

/**
 * A BSN among other text: nine digits in one go, or in groups as people write them (123 456 782, 1234.56.782,
 * 12.34.56.782), and not part of a longer number. After a country code it is a telephone number: `+31 612345678`.
 * Any other grouping is left alone, or half of all lists of years and hours would be refused.
 */
const geschreven =
  /(?<![0-9])(?<!\+[0-9]{1,3}[ .-]?(?:\(0\)[ .-]?)?)(?:[0-9]{9}|[0-9]{3}([ .\u00a0-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ .\u00a0-])[0-9]{2}\2[0-9]{3}|[0-9]{2}([ .\u00a0-])[0-9]{2}\3[0-9]{2}\3[0-9]{3})(?![0-9])/g;

/** Nine digits that pass the 11-proef: a burgerservicenummer, or a number that nobody can tell from one. */
export function isBsn(tekst: string): boolean {
  if (!negenCijfers.test(tekst)) return false;
  let som = 0;
  for (let plaats = 0; plaats < 9; plaats++) {
    const gewicht = plaats === 8 ? -1 : 9 - plaats;
    som += gewicht * (tekst.charCodeAt(plaats) - 48);
  }
  return som % 11 === 0 && tekst !== '000000000';
}

/** Whether a BSN stands somewhere in this text. */
export function bevatBsn(tekst: string): boolean {
  if (!tweeCijfers.test(tekst)) return false;
  for (const [gevonden] of tekst.matchAll(geschreven)) {
    if (isBsn(cijfersVan(gevonden))) return true;
  }
  return false;
}

/** The same text with a row of asterisks for each BSN. */
export function verbergBsn(tekst: string): string {
  return tekst.replace(geschreven, (gevonden) => (isBsn(cijfersVan(gevonden)) ? '*********' : gevonden));
}

const cijfersVan = (tekst: string): string => tekst.replace(/[^0-9]/g, '');
