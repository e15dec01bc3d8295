import type { StoreState } from '@podium/contracts'

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
  /** Whatever else a database can say: nobody knows whether it passes. */
  | 'failed'
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
  failed: 'The database reports an error of its own.',
  refused: 'The database refused a value.',
  fenced: 'Another Podium collects now.',
  ended: 'This transaction has ended.',
}

export function storeError(kind: StoreErrorKind, cause?: unknown): StoreError {
  return new StoreError(kind, sentences[kind], { cause })
}

/** Somebody else collects now. */
export function isFenced(error: unknown): boolean {
  return error instanceof StoreError && error.kind === 'fenced'
}

const states = new Map<StoreErrorKind, StoreState>([
  ['unreachable', 'unreachable'],
  ['busy', 'busy'],
  ['full', 'full'],
  ['read_only', 'read_only'],
  ['corrupt', 'corrupt'],
  ['failed', 'failed'],
])

/** How the store is while it says this; null is an error that is about one question only. */
export function storeStateOf({ kind }: StoreError): StoreState | null {
  return states.get(kind) ?? null
}

/** Whether it may pass by itself, or by what somebody does elsewhere: then a start waits for it. */
export function mayPass(error: unknown): error is StoreError {
  return error instanceof StoreError && error.kind !== 'corrupt' && states.has(error.kind)
}
