import type { Config } from '../config.ts'
import { describeError } from './describe-error.ts'
import type { Terminal } from './terminal.ts'

/** Lines for people. They read of single requests only at `debug`. */
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
    fault: (error, request) => {
      const what = request === null ? 'Something failed' : 'A request failed'
      const { type, code, message, at } = describeError(error)
      const told = [type, code, message?.replace(/\.$/, '')].filter((part) => part !== undefined)
      const places = [request?.route, at].filter((part) => part !== undefined)
      warn(`${what}: ${told.join(': ')}${places.length === 0 ? '' : ` (${places.join(', ')})`}.`)
    },
    request,
  }
}
