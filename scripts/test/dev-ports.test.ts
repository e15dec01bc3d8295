import { join } from 'node:path'
import { resolveConfig } from 'vite'
import { afterEach, expect, test, vi } from 'vitest'

const configFile = join(import.meta.dirname, '../../apps/web/vite.config.ts')

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  [{}, 4180],
  [{ VITE_LEADERBOARD_BACKEND_PORT: '4631' }, 4631],
  [{ VITE_LEADERBOARD_BACKEND_PORT: '4631', PORT: '4632' }, 4632],
  [{ VITE_LEADERBOARD_BACKEND_PORT: ' ', PORT: '' }, 4180],
])('while developing, the page finds the API where %j puts it', async (variables, port) => {
  for (const name of ['PORT', 'VITE_LEADERBOARD_BACKEND_PORT']) vi.stubEnv(name, undefined)
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const { server } = await resolveConfig({ configFile }, 'serve')
  expect(server.proxy?.['/api']).toBe(`http://127.0.0.1:${port}`)
})
