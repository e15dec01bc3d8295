import { chown, mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { command, lastLine } from '../command.ts'
import { Unavailable } from '../unavailable.ts'
import { canLogIn } from './postgres-login.ts'

export interface Postgres {
  url: string
  stop(): Promise<void>
}

/** The server that is named or running; else one of our own in a temporary folder, ended with us. */
export async function openPostgres(
  named: string | undefined,
  env: Record<string, string | undefined>,
): Promise<Postgres> {
  const url = named ?? 'postgresql://postgres@127.0.0.1:5432'
  if (await canLogIn(new URL(url))) return { url, stop: () => Promise.resolve() }
  if (named !== undefined) throw new Unavailable('PostgreSQL at REAL_GATEWAY_PG lets nobody in')
  return startOwn(env)
}

async function startOwn(env: Record<string, string | undefined>): Promise<Postgres> {
  const programs = await findPrograms()
  const who = await serverUser(env)
  const folder = await mkdtemp(join(tmpdir(), 'conformance-postgres-'))
  const run = (program: string, args: readonly string[]) =>
    command(join(programs, program), args, { cwd: folder, env, ...who })
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    if (who.uid !== undefined && who.gid !== undefined) await chown(folder, who.uid, who.gid)
    const port = await freePort()
    const made = await run('initdb', [
      '-D',
      'data',
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
    ])
    if (made.code !== 0) throw new Unavailable(`PostgreSQL cannot be set up: ${lastLine(made)}`)
    const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`
    const started = await run('pg_ctl', ['-D', 'data', '-w', '-l', 'log', '-o', options, 'start'])
    if (started.code !== 0) throw new Unavailable(`PostgreSQL does not start: ${lastLine(started)}`)
    const stop = async () => {
      await run('pg_ctl', ['-D', 'data', '-m', 'immediate', 'stop'])
      await remove()
    }
    return { url: `postgresql://postgres@127.0.0.1:${port}`, stop }
  } catch (error) {
    await remove()
    throw error
  }
}

/** Debian keeps the server's programs out of PATH, a folder per version. */
async function findPrograms(): Promise<string> {
  const root = '/usr/lib/postgresql'
  const versions = await readdir(root).catch(() => [])
  const newest = versions
    .map(Number)
    .filter(Number.isFinite)
    .sort((a, b) => b - a)[0]
  if (newest === undefined) {
    throw new Unavailable(
      'PostgreSQL is neither running on 127.0.0.1:5432 nor installed (Debian: apt-get install postgresql)',
    )
  }
  return join(root, String(newest), 'bin')
}

/** The server refuses to run as root: then it runs as the user that its package made. */
async function serverUser(
  env: Record<string, string | undefined>,
): Promise<{ uid?: number; gid?: number }> {
  if (userInfo().uid !== 0) return {}
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map((flag) => command('id', [flag, 'postgres'], { env })),
  )
  if (uid?.code !== 0 || gid?.code !== 0) {
    throw new Unavailable(
      'PostgreSQL is not running and cannot be started by root without a user postgres',
    )
  }
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error('no port'))
      })
    })
  })
}
