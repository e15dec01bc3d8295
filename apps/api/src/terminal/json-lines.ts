import { pino, stdTimeFunctions } from 'pino'
import type { Config } from '../config.ts'
import { describeError } from './describe-error.ts'
import type { RequestLine, Terminal } from './terminal.ts'

/** `error` includes warnings: nothing else would say that something is wrong. */
const levels = { silent: 'silent', error: 'warn', info: 'info', debug: 'debug' } as const

/** Lines for programs that collect logs, one JSON object each. */
export function createJsonLines(
  level: Config['logLevel'],
  write: (line: string) => void,
): Terminal {
  const log = pino(
    {
      level: levels[level],
      base: { service: 'podium' },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    { write },
  )
  return {
    say: (line) => log.info(line),
    warn: (line) => log.warn(line),
    fault: (err, request) =>
      log.error(
        { event: 'fault', err, ...request },
        request === null ? 'Something failed.' : 'A request failed.',
      ),
    request: (line) => log.info(fieldsOf(line), 'request'),
  }
}

function fieldsOf({ requestId, method, route, status, ms, bytes }: RequestLine) {
  return {
    event: 'request',
    requestId,
    method,
    route,
    status,
    ms: Math.round(ms * 1000) / 1000,
    ...(bytes !== null && { bytes }),
  }
}
