import { readNamedGateway } from './any/gateway.ts'
import { judgeNamed } from './any/judge.ts'
import { asCommand } from './as-command.ts'
import { judgeReleases } from './genuine/judge-releases.ts'
import { judge } from './genuine/judge.ts'
import { report } from './report.ts'

const env = process.env // eslint-disable-line no-restricted-properties -- a command reads its environment, once

process.exitCode = await asCommand(process.argv.slice(2), env, async ({ options, signal, say }) => {
  const named = readNamedGateway(env)
  if (named === undefined) return judgeReleases(judge, { options, env, signal, say })
  const plan = { seed: options.seed, each: options.each }
  const list = await judgeNamed(named, plan, signal)
  say(report(new URL(named.baseUrl).host, list))
  return list.failed.length === 0 ? 0 : 1
})
