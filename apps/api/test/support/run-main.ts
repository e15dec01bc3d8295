import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { frugal } from '../../../../scripts/bootstrap/frugal.mjs'
import { compiledBefore } from '../../../../scripts/compiled-before.ts'
import { newQuickFolder } from './quick-folder.ts'

const source = fileURLToPath(new URL('../../src/main.ts', import.meta.url))
const built = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** The real program with these variables and nothing else of ours. */
export function runMain(env: Record<string, string>) {
  return run([...compiledBefore.flags, source], { ...compiledBefore.env, ...env })
}

/** What `npm start` runs; `npm test` has built it. */
export function runBuilt(env: Record<string, string>) {
  return run([...frugal.flags, built], { ...frugal.env, ...env })
}

function run(args: readonly string[], env: Record<string, string>) {
  const cwd = newQuickFolder('podium-main-')
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: '/usr/bin:/bin', PORT: '0', ...env },
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
