import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'

/** The server has a core for itself, and so has who asks it. */
export const cores = { server: 0, client: 1 }

type SpawnOptions = {
  flags?: string[]
  env?: Record<string, string>
  cwd?: string
  /** An open file for what it prints. */
  output?: number
}

/** A program on one core, which is told to end by `disconnect`, and speaks by messages. */
export function spawnPinned(
  core: number,
  script: string,
  options: SpawnOptions = {},
): ChildProcess {
  const { flags = [], env = {}, cwd, output = 'pipe' } = options
  return spawn('taskset', ['-c', String(core), process.execPath, ...flags, script], {
    stdio: ['ignore', output, 'inherit', 'ipc'],
    serialization: 'advanced',
    ...(cwd !== undefined && { cwd }),
    env: { PATH: process.env['PATH'], ...env },
  })
}

/** Its next message, or an error where it ends without one. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('a program of the bench ended early'))
    child.once('exit', onExit)
    child.once('message', (message: unknown) => {
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

export async function ask(child: ChildProcess, question: object): Promise<unknown> {
  const answer = nextMessage(child)
  child.send(question)
  return await answer
}

/** What its threads have had of the processor so far; those that have ended are not in it. */
export function cpuSeconds({ pid }: ChildProcess): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`)
    .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
    .reduce((sum, spent) => sum + Number(spent), 0)
  return nanoseconds / 1e9
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
