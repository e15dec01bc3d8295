import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** The first of these variables that is set; an empty one is not. */
function firstSet(...names: string[]): string | undefined {
  return names.map((name) => process.env[name]?.trim()).find(Boolean)
}

// `npm run dev` needs both ports; a build needs neither.
const apiPort = firstSet('PORT', 'VITE_LEADERBOARD_BACKEND_PORT') ?? '4180'
const pagePort = Number(firstSet('VITE_LEADERBOARD_FRONTEND_PORT') ?? 5173)
const api = `http://127.0.0.1:${apiPort}`

export default defineConfig({
  root: import.meta.dirname,
  plugins: [vue()],
  build: { target: 'es2023', sourcemap: false, assetsInlineLimit: 0, reportCompressedSize: false },
  server: {
    host: '127.0.0.1',
    port: pagePort,
    strictPort: true,
    proxy: { '/api': api, '/tokens': api, '/healthz': api, '/readyz': api },
  },
})
