import { existsSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { portalClientId } from '../../../ops/local/identity-config.ts';
import { isFree } from '../../../ops/local/ports.ts';
import type { StackDescription } from '../../../ops/local/stack-description.ts';
import { freePortBase, stackPorts } from '../../../ops/local/stack-ports.ts';
import {
  ended,
  pressCtrlC,
  runScript,
  startNpmStart,
  stopEverything,
  tempHome,
  type RunningStack,
} from '../../support/draaiende-stack.ts';
import { logIn, systemToken } from '../../support/inloggen.ts';

const startTimeout = 180_000;
const homes = [tempHome(), tempHome()] as const;
let bases: readonly [number, number];
let first: RunningStack;
let second: RunningStack;

beforeAll(async () => {
  bases = [await freePortBase(), await freePortBase()];
  [first, second] = await Promise.all([
    startNpmStart(homes[0].dir, bases[0]),
    startNpmStart(homes[1].dir, bases[1]),
  ]);
}, startTimeout);

afterAll(async () => {
  await stopEverything();
  for (const home of homes) home.remove();
}, startTimeout);

/** A token of the first gemeente's own system. */
async function tokenOf(stack: StackDescription): Promise<string> {
  const [gemeente] = stack.gemeenten;
  const { clientId = '', clientSecret = '' } = gemeente ?? {};
  return (await systemToken(stack.issuer, clientId, clientSecret)).access_token;
}

async function readTrail(stack: StackDescription): Promise<number> {
  return (await callApi(stack, await tokenOf(stack))).status;
}

/** Asks a zoekvraag; the address where its matches are. */
async function ask({ api }: StackDescription, token: string): Promise<string> {
  const selectiegebied = { postcode: '3511AB', afstand: 300 };
  const answer = await fetch(`${api}/v1/zoekvragen`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ soort: 'vacature', vraagObject: { selectiegebied } }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return new URL(answer.headers.get('location') ?? '', api).href;
}

async function read(url: string, token: string): Promise<unknown> {
  return (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).json();
}

const callApi = (stack: StackDescription, token: string) =>
  fetch(`${stack.api}/v1/gebeurtenissen`, { headers: { Authorization: `Bearer ${token}` } });

describe('npm start', () => {
  test('runs two stacks side by side, each on its own ports', async () => {
    expect(await readTrail(first.description)).toBe(200);
    expect(await readTrail(second.description)).toBe(200);
    const ports = [first, second].flatMap(({ description }) =>
      [description.api, description.bron, description.vum, description.issuer, description.temporalUi].map(
        (url) => new URL(url).port,
      ),
    );
    expect(new Set(ports).size).toBe(ports.length);
  });

  test('tells scripts everything in stack.json, readable by the owner alone', () => {
    const file = join(homes[0].dir, 'stack.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { gemeenten, gebruikers, bronClient, ...rest } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as StackDescription;
    const ports = stackPorts(bases[0]);
    expect(rest).toEqual({
      api: `http://127.0.0.1:${ports.api}`,
      bron: `https://127.0.0.1:${ports.bron}`,
      vum: `http://127.0.0.1:${ports.vum}`,
      issuer: `http://127.0.0.1:${ports.issuer}`,
      temporalUi: `http://127.0.0.1:${ports.temporalUi}`,
      temporalAddress: `127.0.0.1:${ports.temporal}`,
      namespace: 'default',
    });
    expect(gemeenten.map((gemeente) => Object.keys(gemeente))).toEqual(
      Array(2).fill(['oin', 'naam', 'clientId', 'clientSecret', 'rollen']),
    );
    expect(gebruikers.map(({ rollen }) => rollen[0])).toEqual(
      expect.arrayContaining(['aanleveraar', 'bemiddelaar', 'beheerder', 'auditor', 'operator']),
    );
    for (const path of [bronClient.ca, bronClient.cert, bronClient.key]) expect(existsSync(path)).toBe(true);
  });

  test('prints one table with every address and account', () => {
    const { api, issuer, gebruikers } = first.description;
    for (const text of [api, issuer, ...gebruikers.map(({ gebruikersnaam }) => gebruikersnaam)]) {
      expect(first.output()).toContain(text);
    }
  });

  test('lets people log in, and the API tells their roles apart', async () => {
    const { issuer } = first.description;
    const as = async (gebruikersnaam: string) => {
      const person = { gebruikersnaam, wachtwoord: 'demo', redirectUri: 'http://127.0.0.1:9/callback' };
      const { access_token } = await logIn({ issuer, clientId: portalClientId, ...person });
      return (await callApi(first.description, access_token)).status;
    };
    expect(await as('auditor-voorbeeldstad')).toBe(200);
    expect(await as('aanleveraar-voorbeeldstad')).toBe(403);
  });

  test('answers whoever holds the certificate of VUM', async () => {
    const body = JSON.stringify({ vraagObject: { selectiegebied: { postcode: '1011AB', afstand: 10 } } });
    expect(await askBron(first.description, body)).toMatchObject({ matches: [] });
  });

  test('refuses a second stack in the same folder, in one sentence', async () => {
    const { child, output } = runScript('start.ts', homes[0].dir, await freePortBase());
    expect(await ended(child)).toBe(1);
    expect(output()).toContain('Er draait al een UM');
    expect(existsSync(join(homes[0].dir, 'stack.json'))).toBe(true);
  });

  test('names the port that is in use and says what to do, in one sentence', async () => {
    const home = tempHome();
    const { child, output } = runScript('start.ts', home.dir, bases[0]);
    expect(await ended(child)).toBe(1);
    expect(output().trim().split('\n').at(-1)).toBe(
      `Poort ${bases[0]} (api) is al in gebruik: stop het programma dat hem gebruikt, of kies andere poorten met UM_PORT_BASE=${bases[0] + 100} npm start.`,
    );
    home.remove();
  });

  test('is not reset while it runs', async () => {
    const { child, output } = runScript('reset.ts', homes[0].dir, bases[0]);
    expect(await ended(child)).toBe(1);
    expect(output()).toContain('stop hem eerst');
  });

  test(
    'stops cleanly on Ctrl-C, starts again with its accounts and data, and forgets them on reset',
    async () => {
      const before = first.description;
      const token = await tokenOf(before);
      const zoekvraag = await ask(before, token);
      const asked = await read(zoekvraag, token);
      expect(asked).toMatchObject({ soort: 'vacature' });
      expect(await pressCtrlC(first)).toBe(0);
      expect(existsSync(join(homes[0].dir, 'stack.json'))).toBe(false);
      for (const port of Object.values(stackPorts(bases[0]))) expect(await isFree(port)).toBe(true);

      first = await startNpmStart(homes[0].dir, bases[0]);
      expect(first.description).toEqual(before);
      // The token of before as well: the provider kept its key.
      expect(await read(zoekvraag, token)).toEqual(asked);

      await pressCtrlC(first);
      const { child, output } = runScript('reset.ts', homes[0].dir, bases[0]);
      expect(await ended(child)).toBe(0);
      expect(output()).toContain('Verwijderd');
      expect(existsSync(join(homes[0].dir, 'db'))).toBe(false);
    },
    startTimeout,
  );

  test(
    'leaves nothing running when it is killed itself, and starts again',
    async () => {
      second.process.kill('SIGKILL');
      await ended(second.process);
      const ports = Object.values(stackPorts(bases[1]));
      const allFree = async () => (await Promise.all(ports.map(isFree))).every(Boolean);
      for (let second = 0; second < 60 && !(await allFree()); second++) await sleep(1_000);
      expect(await allFree()).toBe(true);
      expect(existsSync(join(homes[1].dir, 'stack.json'))).toBe(false);
      second = await startNpmStart(homes[1].dir, bases[1]);
      expect(await readTrail(second.description)).toBe(200);
    },
    startTimeout,
  );
});

function askBron({ bron, bronClient }: StackDescription, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${bron}/werkzoekendeProfielen/matches`,
      {
        method: 'POST',
        headers: { ...bronClient.headers, 'Content-Type': 'application/json' },
        ...{
          ca: readFileSync(bronClient.ca),
          cert: readFileSync(bronClient.cert),
          key: readFileSync(bronClient.key),
        },
      },
      (answer) => {
        answer.setEncoding('utf8');
        let text = '';
        answer.on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => resolve(JSON.parse(text)));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
