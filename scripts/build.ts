// Builds the page and the server where their sources have changed since the last time.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What a program is made of: files, and folders with all that is in them. */
const programs = {
  'apps/web': ['src', 'public', 'index.html', 'vite.config.ts', '../../pnpm-lock.yaml'],
  'apps/api': [
    ...['src', 'vite.config.ts', 'package.json', '../../pnpm-lock.yaml'],
    ...['contracts', 'litellm-client', 'gateway-simulator'].map(
      (name) => `../../packages/${name}/src`,
    ),
  ],
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function fingerprint(paths: string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesOf).toSorted()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

async function buildWhereChanged(folder: string, sources: string[]): Promise<void> {
  const stamp = join(root, folder, 'dist/.built-from')
  const wanted = fingerprint(sources.map((source) => join(root, folder, source)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  // Loaded only when there is something to build: it takes longer than the rest of a warm start.
  const { build } = await import('vite')
  try {
    await build({ configFile: join(root, folder, 'vite.config.ts'), logLevel: 'warn' })
    writeFileSync(stamp, wanted)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM') throw error
    console.error(`${folder} has changed and cannot be built: let this user write that folder.`)
    process.exitCode = 1
  }
}

for (const [folder, sources] of Object.entries(programs)) await buildWhereChanged(folder, sources)
