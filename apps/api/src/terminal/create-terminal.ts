import type { Config } from '../config.ts'
import { createJsonLines } from './json-lines.ts'
import { createPlainLines } from './plain-lines.ts'
import type { Terminal } from './terminal.ts'

/** For people, or for programs. */
export function createTerminal(
  { logLevel, logFormat }: Pick<Config, 'logLevel' | 'logFormat'>,
  write: { out: (text: string) => void; error: (text: string) => void },
): Terminal {
  return logFormat === 'json'
    ? createJsonLines(logLevel, write.out)
    : createPlainLines(logLevel, write)
}
