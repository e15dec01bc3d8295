// `npm run dev`: the API restarts and the page reloads on every change, at one address.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createServer } from 'vite'

const root = join(import.meta.dirname, '..')

const api = spawn(
  process.execPath,
  ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts'],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { LOG_LEVEL: 'error', ...process.env },
  },
)
const vite = await createServer({
  configFile: join(root, 'apps/web/vite.config.ts'),
  logLevel: 'warn',
})
try {
  await vite.listen()
} catch (error) {
  api.kill()
  console.error(
    `The page's port ${vite.config.server.port} is taken: stop what uses it, or set VITE_LEADERBOARD_FRONTEND_PORT. (${error instanceof Error ? error.name : 'error'})`,
  )
  process.exit(1)
}
console.log(`Podium, reloading as you type, is at ${vite.resolvedUrls?.local[0] ?? 'its address'}`)

const stop = () => {
  api.kill('SIGTERM')
}
// One Ctrl-C comes several times: from the terminal, and passed on by npm and the bootstrap.
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
await once(api, 'exit')
await vite.close()
