import { parseCLI, startVitest } from 'vitest/node'
import { ensureChromium } from './chromium.ts'
import { closingLine, createCountReporter } from './count-reporter.ts'
import { ensurePromtool } from './promtool.ts'

/** In real SQLite, PostgreSQL, HTTP and Chromium; arguments narrow it down as vitest's do. */
export async function runTests(args: string[], { isDeep }: { isDeep: boolean }): Promise<void> {
  const chromium = ensureChromium(process.env, (line) => console.error(line))
  if ('problem' in chromium) {
    console.error(chromium.problem)
    process.exit(1)
  }
  process.env['CHROMIUM'] = chromium.path

  const promtool = ensurePromtool(process.env, (line) => console.error(line))
  if ('path' in promtool) process.env['PROMTOOL'] = promtool.path
  else console.error(promtool.problem)

  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  const { reporter, outcome } = createCountReporter()
  const { counts, remarks } = outcome
  const vitest = await startVitest(filter, {
    ...options,
    watch: false,
    reporters: ['default', reporter],
    provide: { isDeep },
    ...(isDeep && { testTimeout: 1_800_000 }),
  })
  await vitest.close()
  if (counts.passed + counts.failed === 0) counts.failed += 1
  process.exitCode = counts.failed > 0 ? 1 : 0
  for (const remark of remarks) console.log(remark)
  console.log(closingLine(counts))
}
