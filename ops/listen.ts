import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How long one request may take to arrive, in milliseconds: an upload of 2 GiB over a slow line. */
const requestMs = 3_600_000;

/** Starts to listen and resolves to the port; rejects when the port is in use. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  server.requestTimeout = requestMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Takes no more requests, lets the running ones finish. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
