import { type Adem, inStukken } from './adem.ts';

type Waarde = string | number;

/** So many values are sorted within a few milliseconds. */
const STUK = 2048;

/** Values that differ from each other in ascending order, text by code unit; lets waiting requests go first. */
export async function gesorteerd(waarden: readonly Waarde[], adem: Adem): Promise<Waarde[]> {
  let reeksen: Waarde[][] = [];
  for (let van = 0; van < waarden.length; van += STUK) {
    reeksen.push(waarden.slice(van, van + STUK).sort((a, b) => (a < b ? -1 : 1)));
    await adem.haal();
  }
  while (reeksen.length > 1) {
    const samen: Waarde[][] = [];
    for (let i = 0; i < reeksen.length; i += 2)
      samen.push(await samengevoegd(reeksen[i] ?? [], reeksen[i + 1] ?? [], adem));
    reeksen = samen;
  }
  return reeksen[0] ?? [];
}

/** Two ascending rows as one. */
async function samengevoegd(a: readonly Waarde[], b: readonly Waarde[], adem: Adem) {
  const samen: Waarde[] = [];
  let [hierA, hierB] = [0, 0];
  await inStukken(a.length + b.length, adem, () => {
    const [eerste, andere] = [a[hierA], b[hierB]];
    if (eerste !== undefined && (andere === undefined || eerste < andere)) {
      samen.push(eerste);
      hierA += 1;
    } else if (andere !== undefined) {
      samen.push(andere);
      hierB += 1;
    }
  });
  return samen;
}
