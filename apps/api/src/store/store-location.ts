import { join } from 'node:path'

/** Where the data lives; plain values, so that a worker can be told. */
export type StoreLocation =
  | { kind: 'file'; path: string }
  | { kind: 'postgres'; url: string; poolSize: number }

/** A server where one is named, else a file of our own in `directory`. */
export function storeLocation(
  databaseUrl: string | null,
  options: { directory: string; poolSize: number },
): StoreLocation {
  return databaseUrl === null
    ? { kind: 'file', path: join(options.directory, 'podium.db') }
    : { kind: 'postgres', url: databaseUrl, poolSize: options.poolSize }
}
