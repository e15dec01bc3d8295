import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { frugal } from '../../../../scripts/bootstrap/frugal.mjs'
import { newQuickFolder } from './quick-folder.ts'

const built = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** What `npm start` runs, and `npm test` has built, with these variables and nothing else of ours. */
export function runMain(env: Record<string, string>) {
  const cwd = newQuickFolder('podium-main-')
  const child = spawn(process.execPath, [...frugal.flags, built], {
    cwd,
    env: { PATH: '/usr/bin:/bin', PORT: '0', ...frugal.env, ...env },
  })
  let output = ''
  const listeners = new Set<() => void>()
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = once(child, 'close').then(() => child.exitCode)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(cwd, { recursive: true })
  })
  return {
    /** Where it keeps its data. */
    cwd,
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    stopReading: () => child.stdout.destroy(),
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Resolves with the first match; rejects where the program ends without it. */
    said: (pattern: RegExp): Promise<RegExpExecArray> =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output)
          if (match !== null) resolve(match)
        }
        listeners.add(look)
        void ended.then(() => reject(new Error(`ended without ${String(pattern)}:\n${output}`)))
        look()
      }),
  }
}
