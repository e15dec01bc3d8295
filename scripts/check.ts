// `npm run check`: format, documentation, types, lint, dead code, the size of the page.
import { checkBundleSize } from './bundle-size.ts'
import { checkDocs } from './docs-files.ts'
import { runProgram, type Ended } from './run-program.ts'

const cached = [
  '--cache',
  '--cache-location',
  'node_modules/.cache/eslint/',
  '--cache-strategy',
  'content',
]

/** The second time, only what has changed is looked at again. */
const incremental = (name: string) => [
  '--incremental',
  '--tsBuildInfoFile',
  `node_modules/.cache/${name}.tsbuildinfo`,
]

/** Types that describe an interface are there for whoever uses it next. */
const production = ['--production', '--include-entry-exports', '--exclude', 'types']

/** Two at a time; the longest begins first. */
const checks: [string, () => Promise<Ended>][] = [
  ['lint', () => runProgram('eslint', ['.', '--max-warnings', '0', ...cached])],
  ['format', () => runProgram('oxfmt', ['--check', '.'])],
  ['docs', () => inProcess(checkDocs)],
  ['types', () => runProgram('tsc', ['-p', 'tsconfig.json', ...incremental('tsc')])],
  [
    'types of the page',
    () => runProgram('vue-tsc', ['-p', 'apps/web/tsconfig.json', ...incremental('vue-tsc')]),
  ],
  ['dead code', () => runProgram('knip', [])],
  ['code for tests only', () => runProgram('knip', production)],
  ['size of the page', () => inProcess(checkBundleSize)],
]

/** `null` from a check is "fine", a text is what is wrong. */
async function inProcess(check: () => string | null | Promise<string | null>): Promise<Ended> {
  const startedAt = performance.now()
  const problem = await check()
  return {
    ok: problem === null,
    output: problem ?? '',
    seconds: (performance.now() - startedAt) / 1000,
  }
}

let failed = 0
const waiting = checks.values()
async function work(): Promise<void> {
  for (const [name, check] of waiting) {
    const { ok, output, seconds } = await check()
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
    if (!ok) {
      failed += 1
      console.log(output.trim())
    }
  }
}
await Promise.all([work(), work()])
process.exitCode = failed > 0 ? 1 : 0
