import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

export type Environment = Record<string, string | undefined>

/** Whether Debian's packages can be had here. */
export function canInstall(env: Environment): boolean {
  return process.getuid?.() === 0 && has('apt-get', env)
}

export function apt(args: string[], cwd?: string): boolean {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { stdio: 'ignore', env: environment, cwd } as const
  return spawnSync('apt-get', ['-qq', ...args], options).status === 0
}

/** The first of these programs that the PATH has. */
export function findProgram(names: string[], env: Environment): string | undefined {
  const directories = (env['PATH'] ?? '').split(delimiter).concat('/usr/bin')
  return directories
    .flatMap((directory) => names.map((name) => join(directory, name)))
    .find(isExecutable)
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function has(program: string, env: Environment): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore', env: { PATH: env['PATH'] } })
    return true
  } catch {
    return false
  }
}
