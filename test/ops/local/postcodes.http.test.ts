import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findPostcodes } from '../../../ops/local/postcodes.ts';

const dir = mkdtempSync(join(tmpdir(), 'um-postcodes-'));
const areas = 4_000;
let server: Server;
let url: string;

/** Squares of 0.02 degrees, in two pages; the second area is a multipolygon with a speck beside the square. */
function page(from: number, to: number) {
  return Array.from({ length: to - from }, (_, index) => {
    const [x, y] = [4 + (from + index) / 10_000, 52];
    const square = [
      [x, y],
      [x + 0.02, y],
      [x + 0.02, y + 0.02],
      [x, y + 0.02],
      [x, y],
    ];
    const speck = [
      [9, 53],
      [9.001, 53],
      [9, 53.001],
      [9, 53],
    ];
    return {
      properties: { postcode: 1000 + from + index },
      geometry:
        from + index === 1
          ? { type: 'MultiPolygon', coordinates: [[speck], [square]] }
          : { type: 'Polygon', coordinates: [square] },
    };
  });
}

beforeAll(async () => {
  server = createServer((req, res) => {
    const half = areas / 2;
    const second = req.url === '/2';
    if (req.url === '/few') return res.end(JSON.stringify({ features: page(0, 10) }));
    const features = second ? page(half, areas) : page(0, half);
    return res.end(JSON.stringify({ features, links: second ? [] : [{ rel: 'next', href: `${url}/2` }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(dir, { recursive: true });
});

describe('the postcodes of the local stack', () => {
  test('come from the open data, once: the centre of each area', async () => {
    const cache = join(dir, 'pc4.csv');
    const said: string[] = [];
    expect(await findPostcodes(undefined, cache, (line) => said.push(line), url)).toBe(cache);
    const lines = readFileSync(cache, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(areas + 1);
    expect(lines.slice(0, 3)).toEqual([
      'postcode,latitude,longitude',
      '1000,52.0100,4.0100',
      '1001,52.0100,4.0101',
    ]);
    expect(await findPostcodes('', cache, () => undefined, 'http://127.0.0.1:9')).toBe(cache);
    expect(said).toHaveLength(1);
  });

  test('are the file that is configured', async () => {
    expect(await findPostcodes('/elders.csv', join(dir, 'none.csv'), () => undefined)).toBe('/elders.csv');
  });

  test.each(['/few', ':out of reach'])(
    'are absent, with one line, when the open data is no good (%s)',
    async (path) => {
      const cache = join(dir, 'absent.csv');
      const said: string[] = [];
      const from = path === '/few' ? `${url}/few` : 'http://127.0.0.1:9/';
      expect(await findPostcodes(undefined, cache, (line) => said.push(line), from)).toBeUndefined();
      expect(said.at(-1)).toContain('bij benadering');
      expect(existsSync(cache)).toBe(false);
    },
  );
});
