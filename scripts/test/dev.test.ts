import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'

test('a Ctrl-C that arrives twice ends development in order', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../dev.ts')], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      VITE_LEADERBOARD_FRONTEND_PORT: '0',
      LOG_LEVEL: 'info',
    },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = once(child, 'exit')
  await expect
    .poll(() => said.includes('as you type, is at') && said.includes('Podium is at'))
    .toBe(true)
  child.kill('SIGINT')
  await wait(10)
  child.kill('SIGINT')
  expect(await ended).toEqual([0, null])
})
