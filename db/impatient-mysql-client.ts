import Mysql2Client from 'knex/lib/dialects/mysql2/index.js';

/**
 * MySQL and MariaDB, of which an answer is awaited for `answerMs` milliseconds and no longer: a server that is there
 * but says nothing, behind a network that drops what it should refuse, would keep whoever asks waiting for ever.
 * Knex clones its client for a transaction, so that this is said of the class.
 */
export function impatientMysqlClient(answerMs: number): typeof Mysql2Client {
  return class extends Mysql2Client {
    override async _query(connection: MysqlConnection, query: MysqlQuery): Promise<unknown> {
      // A transaction ends with its connection; whoever had it is to hear what ended that, not that it is gone.
      if (query.sql === 'ROLLBACK' && !(await this.validateConnection(connection))) {
        query.response = [[], []];
        return query;
      }
      query.options = { ...query.options, timeout: answerMs };
      try {
        return await super._query(connection, query);
      } catch (error) {
        // Its answer may still come, and would be taken for that of the next query.
        if ((error as { code?: unknown }).code === 'PROTOCOL_SEQUENCE_TIMEOUT') connection.destroy();
        throw error;
      }
    }
  };
}

interface MysqlConnection {
  destroy(): void;
}

interface MysqlQuery {
  readonly sql: string;
  options?: Readonly<Record<string, unknown>>;
  response?: unknown;
}
