// `npm run walk`: finds Chromium, and lets the walk begin.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureChromium } from './chromium.ts'

const chromium = ensureChromium(process.env, (line) => console.error(line))
if ('problem' in chromium) {
  console.error(chromium.problem)
  process.exit(1)
}
const walk = join(import.meta.dirname, '../apps/web/e2e/walk/main.ts')
const { status } = spawnSync(process.execPath, [walk, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM: chromium.path },
})
process.exitCode = status ?? 1
