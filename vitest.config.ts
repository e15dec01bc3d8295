import { availableParallelism } from 'node:os'
import vue from '@vitejs/plugin-vue'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumFlags } from './apps/web/e2e/support/chromium-flags.ts'
import { LongestFirst } from './scripts/longest-first.ts'

/** One project a workspace folder: `npm test -- --project api`. */
const node = (name: string, root: string, folder = 'test') => ({
  test: {
    name,
    root,
    environment: 'node' as const,
    include: [`${folder}/**/*.test.ts`],
    // Nothing happens at import, so files share a worker: loading everything again for each costs more than its tests.
    isolate: false,
  },
})

// `npm test` finds a Chromium and names it here.
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const launchOptions = { executablePath, args: chromiumFlags }
// Whoever runs it, wherever that is.
const contextOptions = { timezoneId: 'UTC', locale: 'en-US' }

export default defineConfig({
  test: {
    env: { TZ: 'UTC' },
    // Tests wait for what happens, not for seconds: these are for what will never happen, on the slowest machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 90_000 } },
    // More than cores: the tests wait for databases, browsers and programs as much as they compute.
    maxWorkers: availableParallelism() + 2,
    // Of those in a file that say so.
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      node('contracts', 'packages/contracts'),
      node('litellm-client', 'packages/litellm-client'),
      node('inference-metrics', 'packages/inference-metrics'),
      node('gateway-simulator', 'packages/gateway-simulator'),
      node('api', 'apps/api'),
      node('workspace', 'scripts'),
      {
        plugins: [vue()],
        // Named, so that none is found in the middle of a run, which would load the page twice.
        optimizeDeps: {
          include: [
            'vue',
            'vue-router',
            '@vueuse/core',
            'ky',
            'axe-core',
            'chart.js',
            'vue-chartjs',
            'vitest-browser-vue',
          ],
        },
        test: {
          name: 'web',
          root: 'apps/web',
          include: ['test/**/*.test.ts'],
          setupFiles: ['test/support/provide-words.ts'],
          isolate: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions, contextOptions }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      node('e2e', 'apps/web', 'e2e'),
    ],
  },
})
