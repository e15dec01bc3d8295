import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findRefusingUrl } from '@podium/gateway-simulator'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { eventually } from './eventually.ts'

// eslint-disable-next-line no-restricted-properties -- `npm test` finds a promtool and names it here
const { PROMTOOL: promtool = '/usr/bin/promtool' } = process.env
const program = join(dirname(promtool), 'prometheus')

/** It comes in one package with promtool. */
export const hasPrometheus = existsSync(program)

const Targets = z.object({
  data: z.object({
    activeTargets: z.array(
      z.looseObject({ health: z.string(), lastError: z.string(), lastScrape: z.string() }),
    ),
  }),
})
const Answer = z.object({
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
})

/** A real Prometheus that scrapes an address every second. */
export async function startPrometheus(target: string) {
  const directory = mkdtempSync(join(tmpdir(), 'podium-prometheus-'))
  const config = join(directory, 'prometheus.yml')
  writeFileSync(
    config,
    `global: { scrape_interval: 1s, scrape_timeout: 1s }
scrape_configs: [{ job_name: podium, static_configs: [{ targets: ['${new URL(target).host}'] }] }]
`,
  )
  const url = await findRefusingUrl()
  const child = spawn(program, [
    `--config.file=${config}`,
    `--storage.tsdb.path=${join(directory, 'data')}`,
    `--web.listen-address=${new URL(url).host}`,
    '--log.level=warn',
  ])
  let log = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(directory, { recursive: true })
  })
  const get = async (path: string): Promise<unknown> => (await fetch(url + path)).json()
  const readTarget = async () => {
    const { data } = Targets.parse(await get('/api/v1/targets').catch(() => null))
    return data.activeTargets[0]
  }
  return {
    log: () => log,
    /** How its last scrape went, once there was one. */
    scraped: () =>
      eventually(
        () => readTarget().catch(() => undefined),
        (found) => found !== undefined && found.health !== 'unknown',
      ),
    query: async (query: string) =>
      Answer.parse(await get(`/api/v1/query?query=${encodeURIComponent(query)}`)).data.result.map(
        ({ metric, value: [, value] }) => ({ metric, value: Number(value) }),
      ),
  }
}
