import { spawn } from 'node:child_process'

export interface Outcome {
  code: number
  stdout: string
  stderr: string
}

export interface CommandOptions {
  cwd?: string | undefined
  env: Record<string, string | undefined>
  /** Ends the command when it fires. Leave it out for commands that must come to their own end. */
  signal?: AbortSignal | undefined
  uid?: number | undefined
  gid?: number | undefined
}

/**
 * Runs a command to its end. It gets its own process group, so that Ctrl-C reaches this process
 * only, which then decides what to end and in which order.
 */
export function command(
  file: string,
  args: readonly string[],
  { cwd, env, signal, uid, gid }: CommandOptions,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid }),
      ...(gid !== undefined && { gid }),
    })
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
    const end = () => child.kill('SIGTERM')
    signal?.addEventListener('abort', end, { once: true })
    if (signal?.aborted === true) end()
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', end)
      resolve({ code: code ?? 1, ...said })
    })
  })
}

/** The last line that says something, for one-line reports. */
export function lastLine({ stdout, stderr }: Outcome): string {
  const lines = `${stdout}\n${stderr}`.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line !== '') ?? 'no output'
}
