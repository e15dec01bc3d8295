import { parseArgs } from 'node:util'
import { defaultReleases, releases } from './genuine/releases.ts'

export interface Options {
  versions: readonly string[]
  seed: number
  requests: number
  /** With a named gateway: requests of each of its new keys. */
  each: number
  storm: boolean
}

export const usage = `conformance [VERSION… | --all] [--seed N] [--requests N] [--each N] [--storm]

Without a version: ${defaultReleases.join(' and ')}. Known: ${releases.map((each) => each.version).join(', ')}.
With CONFORMANCE_BASE_URL and CONFORMANCE_ADMIN_KEY the gateway so named is judged instead,
by N (--each) requests of every key that is made for it.`

export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      all: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      requests: { type: 'string', default: '320' },
      each: { type: 'string', default: '3' },
      storm: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) throw new Error(usage)
  const known = releases.map((each) => each.version)
  const strange = positionals.find((version) => !known.includes(version))
  if (strange !== undefined) throw new Error(`unknown version ${strange}\n\n${usage}`)
  const chosen = positionals.length > 0 ? positionals : defaultReleases
  return {
    versions: values.all ? known : chosen,
    seed: whole(values.seed, '--seed'),
    requests: whole(values.requests, '--requests'),
    each: whole(values.each, '--each'),
    storm: values.storm,
  }
}

function whole(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`${name} takes a whole number\n\n${usage}`)
  return value
}
