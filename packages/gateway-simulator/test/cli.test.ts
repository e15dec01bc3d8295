import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { compiledBefore } from '../../../scripts/compiled-before.ts'
import { startSimulator } from './simulator.ts'

const cli = join(import.meta.dirname, '..', 'src', 'cli.ts')

function start(...flags: string[]): ChildProcess {
  return spawn(process.execPath, [...compiledBefore.flags, cli, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: '/usr/bin:/bin', ...compiledBefore.env },
  })
}

/** Everything a short run says. */
async function run(...flags: string[]) {
  const child = start(...flags)
  const [output, complaint, [code]] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
    once(child, 'exit'),
  ])
  return { output, complaint, code: Number(code) }
}

/** Waits for the two variables of a run that goes on. */
async function readVariables(child: ChildProcess): Promise<Map<string, string>> {
  let seen = ''
  for await (const chunk of child.stdout ?? []) {
    seen += String(chunk)
    const lines = seen.split('\n').filter((line) => line.includes('='))
    if (lines.length >= 2) {
      return new Map(lines.map((line) => [line.replace(/=.*/, ''), line.replace(/^\w+=/, '')]))
    }
  }
  throw new Error('The simulator ended before it was ready')
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'prints what connects a client, serves it, and ends with 0 on %s',
  async (signal) => {
    const child = start('--port', '0', '--teams', '3', '--profile', '1.109', '--speed', '20')
    const variables = await readVariables(child)
    const response = await fetch(`${variables.get('LITELLM_BASE_URL')}/v2/team/list`, {
      headers: { authorization: `Bearer ${variables.get('LITELLM_API_KEY')}` },
    })
    expect(await response.json()).toMatchObject({ total: 3 })
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
  },
)

test.each([
  [['--profile', '2'], '--profile must be one of 1.74, 1.78, 1.81, 1.84, 1.99, 1.104, 1.109.'],
  [['--teams', 'many'], '--teams must be a whole number from 1 to 1000.'],
  [['--speed', '0'], '--speed must be a number from 0.1 to 600.'],
  [['--port', '65536'], '--port must be a whole number from 0 to 65535.'],
  [['--seed', '1.5'], '--seed must be a whole number.'],
  [['--colour'], "Unknown option '--colour'."],
])('refuses %j in one sentence', async (flags, sentence) => {
  expect(await run(...flags)).toEqual({
    output: '',
    complaint: `${sentence} See --help.\n`,
    code: 1,
  })
})

test('says that the port is taken', async () => {
  const first = await startSimulator({ profile: '1.81' }).simulator.listen()
  const complaint = `Port ${first.port} is taken: choose another with --port.\n`
  expect(await run('--port', String(first.port))).toEqual({ output: '', complaint, code: 1 })
  await first.close()
})
