import { existsSync } from 'node:fs';
import { writeAtomically } from './write-atomically.ts';

/** CBS four-digit postcode areas as open data (CC BY 4.0), through PDOK's OGC API. */
const source =
  'https://api.pdok.nl/cbs/postcode4/ogc/v1/collections/postcode4/items?f=json&jaarcode=2024&limit=1000';
const firstAnswerMs = 4_000;
const totalMs = 60_000;
/** There are about 4,070 areas; far fewer means that something is missing. */
const fewestAreas = 3_500;

type Position = readonly [longitude: number, latitude: number];
interface Page {
  readonly features: readonly {
    readonly properties: { readonly postcode: number | string };
    readonly geometry: { readonly type: string; readonly coordinates: unknown };
  }[];
  readonly links?: readonly { readonly rel: string; readonly href: string }[];
}

/**
 * Path of a CSV `postcode,latitude,longitude`: the one that is configured, the one fetched before, or one fetched now
 * into `cache`. Undefined where the open data is out of reach; UM then works with coarser regions.
 */
export async function findPostcodes(
  configured: string | undefined,
  cache: string,
  say: (line: string) => void,
  url = source,
): Promise<string | undefined> {
  if (configured !== undefined && configured !== '') return configured;
  if (existsSync(cache)) return cache;
  try {
    const centres = await fetchCentres(url, say);
    if (centres.size < fewestAreas) throw new Error(`only ${centres.size} areas`);
    const rows = [...centres].sort(([one], [other]) => one.localeCompare(other));
    const lines = rows.map(([postcode, [longitude, latitude]]) =>
      [postcode, latitude.toFixed(4), longitude.toFixed(4)].join(','),
    );
    writeAtomically(cache, `postcode,latitude,longitude\n${lines.join('\n')}\n`);
    return cache;
  } catch {
    say(
      'Postcodes: open data niet bereikbaar, afstanden zijn bij benadering (POSTCODE_FILE maakt ze precies).',
    );
    return undefined;
  }
}

async function fetchCentres(first: string, say: (line: string) => void): Promise<Map<string, Position>> {
  const centres = new Map<string, Position>();
  const total = AbortSignal.timeout(totalMs);
  const patience = new AbortController();
  const impatient = setTimeout(() => patience.abort(), firstAnswerMs);
  try {
    for (let next: string | undefined = first; next !== undefined;) {
      const answer: Response = await fetch(next, { signal: AbortSignal.any([total, patience.signal]) });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      if (next === first) say('Postcodegebieden ophalen bij PDOK (eenmalig) …');
      clearTimeout(impatient);
      const page = (await answer.json()) as Page;
      for (const { properties, geometry } of page.features) {
        centres.set(String(properties.postcode), centreOf(geometry.coordinates));
      }
      next = page.links?.find(({ rel }) => rel === 'next')?.href;
    }
    return centres;
  } finally {
    clearTimeout(impatient);
  }
}

/** Area-weighted centre of a polygon, or of the largest of several: within a kilometre or so of where people live. */
function centreOf(coordinates: unknown): Position {
  const rings = outerRings(coordinates).map(centroid);
  const largest = rings.toSorted((one, other) => other.area - one.area)[0];
  if (!largest) throw new Error('an area without a shape');
  return largest.centre;
}

function outerRings(coordinates: unknown): Position[][] {
  const polygon = coordinates as Position[][];
  return typeof polygon[0]?.[0]?.[0] === 'number'
    ? [polygon[0]]
    : (coordinates as Position[][][]).flatMap(([outer]) => (outer ? [outer] : []));
}

/** The shoelace formula; degrees do for shapes of a few kilometres. */
function centroid(ring: readonly Position[]): { area: number; centre: Position } {
  let [area, x, y] = [0, 0, 0];
  ring.forEach(([x0, y0], index) => {
    const [x1, y1] = ring[(index + 1) % ring.length] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    x += ((x0 + x1) * cross) / 6;
    y += ((y0 + y1) * cross) / 6;
  });
  return { area: Math.abs(area), centre: [x / area, y / area] };
}
