import { TLSSocket } from 'node:tls';
import type { IncomingMessage } from 'node:http';

/** Asking a socket for its certificate costs more than a search; it cannot change during a connection. */
const bekend = new WeakMap<TLSSocket, string | undefined>();

/**
 * The OIN in the certificate of the caller: its subject's serialNumber. Undefined without a certificate that
 * our authority vouches for; no header can stand in for it.
 */
export function clientOin({ socket }: IncomingMessage): string | undefined {
  if (!(socket instanceof TLSSocket) || !socket.authorized) return undefined;
  if (!bekend.has(socket)) {
    const subject = socket.getPeerCertificate().subject as { serialNumber?: unknown } | undefined;
    // More than one serialNumber comes as a list: such a certificate names nobody.
    const oin = subject?.serialNumber;
    bekend.set(socket, typeof oin === 'string' ? oin : undefined);
  }
  return bekend.get(socket);
}
