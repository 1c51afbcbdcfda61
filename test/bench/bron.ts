/**
 * `npm run bench:bron [-- --profielen 10000,100000,1000000 --gemeenten 342 --seconden 15 --verbindingen 16]`:
 * how UM answers VUM, beside a bare Koa route that sends the same bytes in the same kind of process.
 */
import { parseArgs } from 'node:util';
import { meetBron, type BronUitkomst } from './bron-meting.ts';

const { values } = parseArgs({
  options: {
    profielen: { type: 'string', default: '10000,100000,1000000' },
    gemeenten: { type: 'string', default: '342' },
    seconden: { type: 'string', default: '15' },
    verbindingen: { type: 'string', default: '16' },
  },
});

const uitkomsten: BronUitkomst[] = [];
for (const profielen of values.profielen.split(',').map(Number)) {
  const uitkomst = await meetBron({
    profielen,
    gemeenten: Number(values.gemeenten),
    seconden: Number(values.seconden),
    verbindingen: Number(values.verbindingen),
    // As in the configuration, an empty variable is none.
    postcodeFile: process.env['POSTCODE_FILE'] || undefined,
    meld: (regel) => console.error(regel),
  });
  uitkomsten.push(uitkomst);
}

console.table(
  Object.fromEntries(
    uitkomsten.map((u) => [
      `${u.profielen} profielen`,
      {
        'selecties/s': Math.round(u.bron.perSeconde),
        'kaal/s': Math.round(u.kaal.perSeconde),
        verhouding: rond(u.perSecondeVerhouding),
        'p50 ms': rond(u.bron.p50Ms),
        'p99 ms': rond(u.bron.p99Ms),
        'kaal p99 ms': rond(u.kaal.p99Ms),
        'p99 verhouding': rond(u.p99Verhouding),
        'cpu verhouding': rond(u.cpuVerhouding),
        'KB/antwoord': Math.round(u.bron.gemiddeldBytes / 1024),
        'proces MiB': Math.round(u.procesMiB),
        'index MiB': Math.round(u.indexMiB),
        'laden s': rond(u.ladenSeconden),
        'pauze bij vervangen ms': rond(u.langstePauzeMs),
        'pauze zonder ms': rond(u.langstePauzeZonderMs),
        'eigen werk ms': rond(u.langsteWerkMs),
      },
    ]),
  ),
);
const slechtste = (kies: (u: BronUitkomst) => number, hoogste: boolean): number =>
  rond(Math[hoogste ? 'max' : 'min'](...uitkomsten.map(kies)));
console.log(
  JSON.stringify({
    bench: 'bron',
    selectionsPerSecondRatio: slechtste((u) => u.perSecondeVerhouding, false),
    p99Ratio: slechtste((u) => u.p99Verhouding, true),
    processMiB: slechtste((u) => u.procesMiB, true),
    indexMiB: slechtste((u) => u.indexMiB, true),
    longestPauseMs: slechtste((u) => u.langstePauzeMs, true),
    longestPauseWithoutReplacementMs: slechtste((u) => u.langstePauzeZonderMs, true),
    longestOwnWorkMs: slechtste((u) => u.langsteWerkMs, true),
    sizes: uitkomsten,
  }),
);

function rond(getal: number): number {
  return Math.round(getal * 100) / 100;
}
