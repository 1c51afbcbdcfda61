/** How long the fuzzer goes on, and with which cases: few and always the same ones, unless the environment says so. */
export function fuzzOpties(): { readonly zaad: number; readonly gevallen: number } {
  const getal = (naam: string, anders: number): number => {
    const waarde = Number(process.env[naam] ?? anders);
    if (!Number.isSafeInteger(waarde) || waarde < 0) throw new Error(`${naam} is a whole number`);
    return waarde;
  };
  return { zaad: getal('UM_FUZZ_ZAAD', 20_260_301), gevallen: getal('UM_FUZZ_GEVALLEN', 120) };
}
