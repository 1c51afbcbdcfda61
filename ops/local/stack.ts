import { rmSync } from 'node:fs';
import { allDone } from './all-done.ts';
import { demoGebruikers, demoGemeenten, umOin, vumOin } from './demo.ts';
import { maakCertificaten } from './certificaten.ts';
import { identityKeys } from './identity-keys.ts';
import { startIdentityProvider } from './identity-provider.ts';
import { endLeftovers, processRecord } from './leftovers.ts';
import { tryLock } from './lock.ts';
import { migrateDatabase } from './migrate-database.ts';
import { findPostcodes } from './postcodes.ts';
import { prepareJavascript } from './prepare-javascript.ts';
import { describeStack, type StackDescription } from './stack-description.ts';
import { stackEnvironment } from './stack-environment.ts';
import { prepareHome, type StackHome } from './stack-home.ts';
import { demandFree, stackPorts } from './stack-ports.ts';
import { startPart, type Part } from './supervise.ts';
import { findTemporalCli } from './temporal-cli.ts';
import { startTemporalServer } from './temporal-server.ts';
import { Uitleg } from './uitleg.ts';
import { freshLog, umPrograms } from './um-programs.ts';
import { vumConfig, type VumBron } from './vum.ts';
import { startWatchdog } from './watchdog.ts';
import { writeAtomically } from './write-atomically.ts';

export interface StackOptions {
  readonly home: StackHome;
  readonly portBase: number;
  /** Says in Dutch what is going on. */
  readonly say: (line: string) => void;
  /** Settings of the API and the worker that differ from the defaults of the stack. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whom VUM asks; by default the demo bron and both gemeenten behind UM. */
  readonly vumBronnen?: readonly VumBron[];
}

export interface Stack {
  readonly description: StackDescription;
  /** Stops everything in order; the data stays. */
  stop(): Promise<void>;
}

type Stop = () => Promise<void> | void;

/** Starts all of UM on embedded parts and resolves when it is ready; throws `Uitleg` with what to do where it cannot. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { home } = options;
  prepareHome(home);
  const release = tryLock(home.lock);
  if (!release) {
    throw new Uitleg(
      `Er draait al een UM in ${home.dir}: stop die eerst (Ctrl-C), of kies een andere map met UM_HOME.`,
    );
  }
  // Of a stack that was killed: whoever reads it must not think that this one is up already.
  rmSync(home.description, { force: true });
  const stops: Stop[] = [release];
  const stop = async () => {
    rmSync(home.description, { force: true });
    for (const undo of stops.splice(0).reverse()) await undo();
  };
  try {
    const description = await startParts(options, stops);
    writeAtomically(home.description, `${JSON.stringify(description, null, 2)}\n`);
    return { description, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Each part that is up adds how to stop it; they are stopped in the opposite order. */
async function startParts(options: StackOptions, stops: Stop[]): Promise<StackDescription> {
  const { home, portBase, say, settings = {} } = options;
  const left = await endLeftovers(home.processes);
  if (left > 0) say(`Resten van een vorige keer opgeruimd (${left} processen).`);
  const ports = stackPorts(portBase);
  await demandFree(ports);

  const certs = await maakCertificaten(home.certs, { umOin, vumOin });
  const keys = identityKeys(
    home.identityKeys,
    demoGemeenten.map(({ clientId }) => clientId),
  );
  const gemeenten = demoGemeenten.map((gemeente) => ({
    ...gemeente,
    clientSecret: keys.clientSecrets[gemeente.clientId] ?? '',
  }));
  writeAtomically(home.gemeenten, JSON.stringify(gemeenten.map(({ oin, naam }) => ({ oin, naam }))));

  const executable = await findTemporalCli(process.env, say);
  const record = processRecord(home.processes);
  stops.push(() => record.clear());
  stops.push(startWatchdog(home));
  const common = { restart: true, say, onSpawn: (pid: number) => record.add(pid) } as const;

  say('Temporal starten en de database bijwerken …');
  const [postcodes] = await allDone(
    findPostcodes(settings['POSTCODE_FILE'] ?? process.env['POSTCODE_FILE'], home.postcodes, say),
    migrateDatabase(home.database),
    prepareJavascript(say),
    startTemporalServer({
      ...common,
      executable,
      port: ports.temporal,
      uiPort: ports.temporalUi,
      dbFile: home.temporalDatabase,
      logFile: freshLog(home, 'temporal'),
    }).then((temporal) => stops.push(() => temporal.stop())),
  );

  say('Identity provider starten …');
  const portalUrl = `http://127.0.0.1:${ports.api}`;
  const identity = await startIdentityProvider({
    ...{ port: ports.issuer, portalUrl, gemeenten, gebruikers: demoGebruikers, keys },
  });
  stops.push(() => identity.stop());
  const description = describeStack({ ports, certs, gemeenten });
  const simulator = { home, port: ports.vum, bronUrl: description.bron, certs, postcodes };
  writeAtomically(home.vumConfig, JSON.stringify(vumConfig({ ...simulator, bronnen: options.vumBronnen })));

  say('VUM-simulator, worker en API starten …');
  const env = {
    ...process.env,
    ...stackEnvironment({ home, ports, certs, postcodes }),
    ...settings,
  };
  const programs = umPrograms(home, ports, env, common);
  const started: (Part | undefined)[] = [];
  // The other way round than they need each other: nothing in hand is lost.
  stops.push(async () => {
    for (const part of started.toReversed()) await part?.stop();
  });
  await allDone(
    ...programs.map(async (program, index) => {
      started[index] = await startPart(program);
    }),
  );
  return description;
}
