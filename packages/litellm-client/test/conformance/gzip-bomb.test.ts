import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { FaultName } from '@podium/gateway-simulator'
import { expect, test } from 'vitest'
import { createWorld } from './support/world.ts'

const reader = fileURLToPath(new URL('support/bomb-reader.ts', import.meta.url))

/** The highest resident size of a process of its own, beyond what it has before it meets the fault. */
async function readInOwnProcess(profile: '1.81' | '1.109', fault: FaultName): Promise<unknown> {
  const gateway = createWorld(profile, 1)
  const listening = await gateway.listen()
  const switchboard = createServer((_, response) => {
    gateway.faults.inject(fault)
    response.end()
  })
  await new Promise<void>((resolve) => switchboard.listen(0, '127.0.0.1', resolve))
  const address = switchboard.address()
  const port = typeof address === 'object' ? address?.port : undefined
  try {
    const args = [reader, listening.url, `http://127.0.0.1:${port}`]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    return JSON.parse(stdout)
  } finally {
    switchboard.close()
    await listening.close()
  }
}

test.each(['1.81', '1.109'] as const)(
  'a gzip bomb of 600 MB costs a reader of release %s less than 64 MB, and is refused',
  async (profile) => {
    const found = await readInOwnProcess(profile, 'gzip-bomb')
    expect(found).toEqual({
      kinds: ['corrupt', 'corrupt', 'corrupt'],
      costKiB: expect.toSatisfy((cost: number) => cost < 64 * 1024, 'less than 64 MiB'),
    })
  },
)
