import { storeError, type StoreErrorKind } from '../store-error.ts'

/** SQLSTATE, where its class would say something else. */
const kinds = new Map<string, StoreErrorKind>([
  ['25006', 'read_only'],
  ['42501', 'read_only'],
  ['53100', 'full'],
  ['XX001', 'corrupt'],
  ['XX002', 'corrupt'],
  ['55P03', 'busy'],
  ['40P01', 'busy'],
  ['40001', 'busy'],
  ['53300', 'busy'],
  ['3D000', 'unreachable'],
  // Connections are not allowed.
  ['55000', 'unreachable'],
  // What stands between us and the server, such as a proxy that looks for the new primary.
  ['XX000', 'unreachable'],
  // A transaction that was paused for too long, whose locks the server took back.
  ['25P03', 'fenced'],
])

/** The first two characters of a SQLSTATE. */
const classes = new Map<string, StoreErrorKind>([
  ['08', 'unreachable'],
  ['22', 'refused'],
  ['23', 'refused'],
  ['28', 'unreachable'],
  ['53', 'unreachable'],
  ['54', 'refused'],
  ['57', 'unreachable'],
])

const sqlState = /^[0-9A-Z]{5}$/
/** Of a socket or of a name, such as ECONNREFUSED and EAI_AGAIN. */
const systemCode = /^E[A-Z_]+$/

/** What `pg` says of a lost connection without a code. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered|Client was closed|The server does not support SSL|Query read timeout|Cannot use a pool after calling end)/

export function explainPostgres(error: unknown): unknown {
  const kind = kindOf(error)
  return kind === null ? error : storeError(kind, error)
}

/** Null is no error of the database: a fault of ours, or one that is explained already. */
function kindOf(error: unknown): StoreErrorKind | null {
  if (!(error instanceof Error)) return null
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // Before the codes of the system, which may look like a SQLSTATE: EPIPE.
  if ('syscall' in error || (systemCode.test(code) && !code.startsWith('ERR_')))
    return 'unreachable'
  if (sqlState.test(code)) return kinds.get(code) ?? classes.get(code.slice(0, 2)) ?? 'failed'
  return lost.test(error.message) ? 'unreachable' : null
}
