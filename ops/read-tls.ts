import { readFile } from 'node:fs/promises';

/** PEM texts for one side of a TLS connection. */
export interface Tls {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

/** Reads the three files of one TLS side; throws naming the file that cannot be read. */
export async function readTls(files: Readonly<Record<keyof Tls, string>>): Promise<Tls> {
  const [ca, cert, key] = await Promise.all(
    [files.ca, files.cert, files.key].map((file) => readFile(file, 'utf8')),
  );
  return { ca: ca ?? '', cert: cert ?? '', key: key ?? '' };
}
