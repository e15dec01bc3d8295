// Builds the page where its sources have changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const web = join(root, 'apps/web')
const stamp = join(web, 'dist/.built-from')

function fingerprint(): string {
  const hash = createHash('sha256')
  const files = ['src', 'public'].flatMap((folder) =>
    readdirSync(join(web, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  const settings = ['index.html', 'vite.config.ts', '../../pnpm-lock.yaml'].map((name) =>
    join(web, name),
  )
  for (const file of [...files, ...settings].toSorted())
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

const wanted = fingerprint()
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  // Loaded only when there is something to build: it takes longer than the rest of a warm start.
  const { build } = await import('vite')
  try {
    await build({ configFile: join(web, 'vite.config.ts'), logLevel: 'warn' })
    writeFileSync(stamp, wanted)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error
    console.error(
      'The page has changed and cannot be built: let this user write the folder apps/web.',
    )
    process.exitCode = 1
  }
}
