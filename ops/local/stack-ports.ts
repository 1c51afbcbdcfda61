import { isFree, privatePort } from './ports.ts';
import { Uitleg } from './uitleg.ts';

/** Every port of a stack is the base plus an offset, so that stacks side by side only need another base. */
const parts = ['api', 'bron', 'vum', 'issuer', 'temporal', 'temporalUi', 'workerMetrics'] as const;
export type StackPorts = Readonly<Record<(typeof parts)[number], number>>;

export const defaultPortBase = 7_400;
const highest = 65_535;

export function stackPorts(base: number): StackPorts {
  return Object.fromEntries(parts.map((part, offset) => [part, base + offset])) as StackPorts;
}

/** The base from UM_PORT_BASE. */
export function readPortBase(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return defaultPortBase;
  const base = Number(text);
  if (Number.isInteger(base) && base >= 1_024 && base + parts.length - 1 <= highest) return base;
  throw new Uitleg(
    `UM_PORT_BASE moet een getal zijn tussen 1024 en ${highest - parts.length + 1}; nu staat er "${text}".`,
  );
}

/** Refuses with the first port that somebody else uses. */
export async function demandFree(ports: StackPorts): Promise<void> {
  for (const [part, port] of Object.entries(ports)) {
    if (await isFree(port)) continue;
    const base = Math.min(...Object.values(ports));
    throw new Uitleg(
      `Poort ${port} (${part}) is al in gebruik: stop het programma dat hem gebruikt, of kies andere poorten met UM_PORT_BASE=${base + 100} npm start.`,
    );
  }
}

/** A base of which all ports are free now, for a private stack of a test. */
export async function freePortBase(): Promise<number> {
  for (;;) {
    const base = privatePort();
    const free = await Promise.all(Object.values(stackPorts(base)).map(isFree));
    if (free.every(Boolean)) return base;
  }
}
