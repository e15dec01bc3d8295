export type StoreErrorKind =
  /** Another process has this file open. */
  | 'in_use'
  /** A later version of Podium wrote it. */
  | 'newer_schema'
  /** The database is the gateway's own. */
  | 'foreign_tables'
  /** A PostgreSQL that lacks what the store writes with. */
  | 'old_server'
  | 'read_only'
  /** The disk, or the size that was allowed. */
  | 'full'
  | 'corrupt'
  | 'busy'
  | 'unreachable'
  /** A value that the tables do not take: nothing of the transaction was kept. */
  | 'refused'
  /** Somebody else collects now: nothing of the transaction was kept. */
  | 'fenced'
  /** The functions of a transaction that has ended. */
  | 'ended'

/** What the store could not do, in a sentence without addresses and values; `kind` says what to do about it. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: StoreErrorKind
  constructor(kind: StoreErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

const sentences: Record<StoreErrorKind, string> = {
  in_use: 'Another Podium uses this database.',
  newer_schema: 'A newer Podium wrote this database: start that one.',
  foreign_tables: 'This database belongs to LiteLLM: give Podium one of its own.',
  old_server: 'This PostgreSQL is too old: Podium needs 15 or newer.',
  read_only: 'The database cannot be written.',
  full: 'There is no room left for the database.',
  corrupt: 'The database is damaged.',
  busy: 'The database is busy.',
  unreachable: 'The database cannot be reached.',
  refused: 'The database refused a value.',
  fenced: 'Another Podium collects now.',
  ended: 'This transaction has ended.',
}

export function storeError(kind: StoreErrorKind, cause?: unknown): StoreError {
  return new StoreError(kind, sentences[kind], { cause })
}
