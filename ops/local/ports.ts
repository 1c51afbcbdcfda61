import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below the ports that systems hand out to outgoing connections: one of those could take ours at any moment. */
const privatePorts = { from: 12_000, to: 32_000 };

/** A port to look from for those that nobody uses. */
export const privatePort = (): number => randomInt(privatePorts.from, privatePorts.to);

/** A TCP port on 127.0.0.1 that nobody uses now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = privatePort();
    if (await isFree(port)) return port;
  }
}

/** Whether nobody listens on this port of 127.0.0.1. */
export async function isFree(port: number): Promise<boolean> {
  try {
    await listenOnce(port);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

function listenOnce(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => resolve()));
  });
}
