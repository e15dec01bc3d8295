// Starts Podium as a user would, looks at it, stops it: the last step of CI.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../apps/api/dist/main.js')
const child = spawn(process.execPath, [main], {
  env: { PATH: process.env['PATH'], PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let said = ''
child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
const deadline = AbortSignal.timeout(30_000)

async function address(): Promise<string> {
  for (;;) {
    await once(child.stdout, 'data', { signal: deadline })
    const found = /Podium is at (\S+)/.exec(said)?.[1]
    if (found !== undefined) return found
  }
}

const url = await address()
for (const path of ['/', '/tokens', '/api/v1/status', '/healthz', '/readyz']) {
  const { status } = await fetch(url + path, { signal: deadline })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}
child.kill('SIGTERM')
await once(child, 'exit', { signal: deadline })
if (child.exitCode !== 0) throw new Error(`ended with ${String(child.exitCode)}`)
console.log('Podium started, answered and ended.')
