import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { leesPostcodes, postcoderegios } from '../../../domain/selectie/postcodes.ts';
import type { BronConfig } from './bronnen.ts';
import { startVumSimulator } from './start-vum-simulator.ts';

/** The JSON file that this program is given: `node ops/local/vum-simulator/main.ts config.json`. Files are absolute paths. */
export interface SimulatorConfig {
  readonly port: number;
  readonly host?: string;
  /** The key of the vumIDs; made when it is not there. */
  readonly sleutelFile: string;
  /** `postcode,latitude,longitude`; without it distances are approximate. */
  readonly postcodeFile?: string;
  /** To serve https with client certificates. */
  readonly tls?: PemFiles;
  /** What VUM shows to bronnen over https. */
  readonly bronClient?: PemFiles;
  readonly bronnen: readonly BronConfig[];
}

interface PemFiles {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

const configFile = process.argv[2];
if (configFile === undefined) {
  console.error('usage: node ops/local/vum-simulator/main.ts config.json');
  process.exit(2);
}
const config = JSON.parse(readFileSync(configFile, 'utf8')) as SimulatorConfig;
const simulator = await startVumSimulator({
  port: config.port,
  host: config.host,
  bronnen: config.bronnen,
  sleutel: leesSleutel(config.sleutelFile),
  postcodes:
    config.postcodeFile === undefined
      ? postcoderegios
      : leesPostcodes(readFileSync(config.postcodeFile, 'utf8')),
  tls: config.tls && leesPem(config.tls),
  bronClient: config.bronClient && leesPem(config.bronClient),
  onFout: (fout) => console.error(fout),
});
console.log(`VUM simulator on ${simulator.url}`);
for (const signaal of ['SIGINT', 'SIGTERM'] as const) process.once(signaal, () => void simulator.stop());

function leesSleutel(file: string): Buffer {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  return readFileSync(file);
}

function leesPem(files: PemFiles): PemFiles {
  const lees = (file: string): string => readFileSync(file, 'utf8');
  return { ca: lees(files.ca), cert: lees(files.cert), key: lees(files.key) };
}
