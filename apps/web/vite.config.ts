import vue from '@vitejs/plugin-vue'
import { defineConfig, type Plugin, type Rolldown } from 'vite'
import { firstQuestions } from './src/features/board/first-questions.ts'

/** The first of these variables that is set; an empty one is not. */
function firstSet(...names: string[]): string | undefined {
  return names.map((name) => process.env[name]?.trim()).find(Boolean)
}

// `npm run dev` needs both ports; a build needs neither.
const apiPort = firstSet('PORT', 'VITE_LEADERBOARD_BACKEND_PORT') ?? '4180'
const pagePort = Number(firstSet('VITE_LEADERBOARD_FRONTEND_PORT') ?? 5173)
const api = `http://127.0.0.1:${apiPort}`

const plurals = `${import.meta.dirname}/src/i18n/plural.ts`

/** All that the board needs is one file: parts that later pages share would else become a dozen small ones. */
function nameOfFirst(): (id: string, context: Rolldown.ChunkingContext) => string | null {
  let first: Set<string> | undefined
  return (id, context) => {
    first ??= staticImports([`${import.meta.dirname}/index.html`, plurals], context)
    return first.has(id) ? 'first' : null
  }
}

function staticImports(entries: readonly string[], context: Rolldown.ChunkingContext): Set<string> {
  const seen = new Set<string>()
  const waiting = [...entries]
  for (const id of waiting) {
    if (seen.has(id)) continue
    seen.add(id)
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []))
  }
  return seen
}

/** chart.js and what draws with it: one file, which no page loads before it draws. */
const drawn = /\/(?:chart\.js|vue-chartjs|@kurkle)\/|\/ui\/charts\/canvas\//

const messages = /\/src\/i18n\/messages\/([^/]+)\/index\.ts$/

/** Tells `public/first-paint.js` the file of each language and the first questions: both come beside the app, not after it. */
function wordsBesideTheApp(): Plugin {
  return {
    name: 'words-beside-the-app',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const files = Object.values(bundle).flatMap((file) => {
          const entry = file.type === 'chunk' ? file.facadeModuleId : null
          const [, language] = messages.exec(entry ?? '') ?? []
          return language === undefined ? [] : [[language, `/${file.fileName}`]]
        })
        const words = JSON.stringify(Object.fromEntries(files))
        const questions = JSON.stringify(firstQuestions('ZONE')).replaceAll('&', '&amp;')
        const told = `data-words='${words}' data-questions='${questions}'`
        return html.replace('"/first-paint.js"', `"/first-paint.js" ${told}`)
      },
    },
  }
}

/** The letters load beside the styles that ask for them, so that they are there when the first word is drawn. */
function fontBesideTheStyles(): Plugin {
  return {
    name: 'font-beside-the-styles',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => ({
        html,
        tags: Object.keys(bundle)
          .filter((name) => name.endsWith('.woff2'))
          .map((name) => ({
            tag: 'link',
            injectTo: 'head' as const,
            attrs: {
              rel: 'preload',
              href: `/${name}`,
              as: 'font',
              type: 'font/woff2',
              crossorigin: true,
            },
          })),
      }),
    },
  }
}

export default defineConfig({
  root: import.meta.dirname,
  // Nothing here uses the options API, and what is not used has to stay out of the first bundle.
  plugins: [vue({ features: { optionsAPI: false } }), wordsBesideTheApp(), fontBesideTheStyles()],
  build: {
    target: 'es2023',
    sourcemap: false,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: nameOfFirst(), debugName: 'first' },
            // What it shares with pages that draw nothing stays out of it.
            { name: 'charts', test: drawn, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: pagePort,
    strictPort: true,
    proxy: { '/api': api, '/tokens': api, '/healthz': api, '/readyz': api },
  },
})
