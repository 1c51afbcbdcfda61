/** What mysql2 and the system say of a server that is not there, is going down or takes nobody in; and Knex of a pool. */
const weg = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  // Somebody else was writing for longer than a query waits.
  'SQLITE_BUSY',
  'SQLITE_BUSY_RECOVERY',
]);

/** Whether a query failed because the database cannot be reached now; nothing was decided, and it may come back. */
export function isDatabaseWeg(fout: unknown): boolean {
  const { code, name } = (fout ?? {}) as { code?: unknown; name?: unknown };
  return name === 'KnexTimeoutError' || (typeof code === 'string' && weg.has(code));
}
