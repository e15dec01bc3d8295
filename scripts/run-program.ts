import { spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

export type Ended = { ok: boolean; output: string; seconds: number }

/** Runs a tool of the workspace and keeps what it says. */
export function runProgram(bin: string, args: readonly string[]): Promise<Ended> {
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'node_modules/.bin', bin), args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) =>
      resolve({ ok: code === 0, output, seconds: (performance.now() - startedAt) / 1000 }),
    )
  })
}
