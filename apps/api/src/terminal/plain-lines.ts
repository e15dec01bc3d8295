import type { Config } from '../config.ts'
import { describeError } from './describe-error.ts'
import type { Terminal } from './terminal.ts'

/** Lines for people. Single requests are told only to those who look for something. */
export function createPlainLines(
  level: Config['logLevel'],
  write: { out: (text: string) => void; error: (text: string) => void },
): Terminal {
  const isDebug = level === 'debug'
  const warn = (line: string) => {
    if (level !== 'silent') write.error(`${line}\n`)
  }
  const request: Terminal['request'] = ({ method, route, status, ms }) => {
    if (isDebug) write.out(`${method} ${route}: ${status} in ${ms.toFixed(1)} ms\n`)
  }
  return {
    say: (line) => {
      if (level === 'info' || isDebug) write.out(`${line}\n`)
    },
    warn,
    fault: (error, place) => {
      const { type, at } = describeError(error)
      const where = [place?.route, at].filter((part) => part !== undefined)
      warn(`A request failed: ${type}${where.length === 0 ? '' : ` (${where.join(', ')})`}.`)
    },
    request,
    ready: isDebug ? request : null,
  }
}
