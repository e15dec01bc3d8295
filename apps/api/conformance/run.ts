import { asCommand } from '@podium/litellm-client/conformance/as-command.ts'
import { judgeReleases } from '@podium/litellm-client/conformance/genuine/judge-releases.ts'
import { judgePodium } from './judge-podium.ts'

const env = process.env // eslint-disable-line no-restricted-properties -- a command reads its environment, once

process.exitCode = await asCommand(process.argv.slice(2), env, (given) =>
  judgeReleases(judgePodium, { ...given, env }),
)
