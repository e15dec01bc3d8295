import { storeError, type StoreErrorKind } from '../store-error.ts'

/** SQLSTATE, or the code of a socket. */
const kinds = new Map<string, StoreErrorKind>([
  ['25006', 'read_only'],
  ['42501', 'read_only'],
  ['53100', 'full'],
  ['XX001', 'corrupt'],
  ['XX002', 'corrupt'],
  ['55P03', 'busy'],
  ['40P01', 'busy'],
  ['53300', 'busy'],
  ['22003', 'refused'],
  ['23502', 'refused'],
  ['23505', 'refused'],
  ['23514', 'refused'],
  ['ECONNREFUSED', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['EPIPE', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['ETIMEDOUT', 'unreachable'],
  ['28P01', 'unreachable'],
  ['28000', 'unreachable'],
  ['3D000', 'unreachable'],
  ['57P01', 'unreachable'],
  ['57P02', 'unreachable'],
  ['57P03', 'unreachable'],
  // A transaction that was paused for too long, whose locks the server took back.
  ['25P03', 'fenced'],
])

/** What `pg` says of a lost connection without a code. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered)/

export function explainPostgres(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const kind = kinds.get(code) ?? (lost.test(error.message) ? 'unreachable' : undefined)
  return kind === undefined ? error : storeError(kind, error)
}
