import type { Config } from '../config.ts'

export type Terminal = { say: (line: string) => void; warn: (line: string) => void }

/** People read this; machines will read structured logs. */
export function createTerminal(
  level: Config['logLevel'],
  write: { out: (text: string) => void; error: (text: string) => void },
): Terminal {
  return {
    say: (line) => {
      if (level === 'info') write.out(`${line}\n`)
    },
    warn: (line) => {
      if (level !== 'silent') write.error(`${line}\n`)
    },
  }
}
