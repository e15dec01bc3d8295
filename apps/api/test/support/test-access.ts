import { createAccess, type Access } from '../../src/access/create-access.ts'
import type { WarnOnce } from '../../src/terminal/warn-once-a-minute.ts'
import { ConfigError, parseConfig, type Config } from '../../src/config.ts'

const secret = Buffer.from('a secret of tests, and of nothing else')

const noFile = () => {
  throw new ConfigError(['tests have no files'])
}

/** What these variables let in; nothing set is everybody on this machine. */
export function testAccess(
  env: Record<string, string> = {},
  now: () => number = Date.now,
  warn: WarnOnce = () => undefined,
) {
  const config: Config = parseConfig(env, noFile)
  const { site, host: bound } = config
  const access: Access = createAccess({
    config: config.access,
    site,
    bound,
    secret,
    now,
    warn,
  })
  return { access, config }
}
