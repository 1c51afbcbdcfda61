const REKENFOUT =
  /^(?:Err:\d{3}|#(?:N\/A|N\/B|REF!|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|VERW!|NAAM\?|DEEL\/0!|WAARDE!|GETAL!|LEEG!))$/;

/** `#WAARDE!`: a longer text is none, which is quick to see. */
const LANGSTE = 8;

/** Whether a text is what a spreadsheet shows of a formula that failed, in English or in Dutch. */
export const isRekenfout = (tekst: string): boolean => tekst.length <= LANGSTE && REKENFOUT.test(tekst);
