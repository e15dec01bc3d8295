import type { Config } from '../config.ts'

/** What a person reads after `npm start`: where to look, what it shows, what to do next. */
export function greeting(config: Config, address: string, code: string | null): string[] {
  // Everybody's address is none to open.
  const open = address.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=:)/, '//127.0.0.1')
  // What stands after # is sent to no server, and so is in no log.
  const admin =
    code === null
      ? []
      : [
          `To administer it, open ${config.site.publicUrl?.origin ?? open}/#admin=${code} (works once).`,
        ]
  return [`Podium is at ${open}`, ...whatItShows(config), ...admin]
}

function whatItShows(config: Config): string[] {
  if (config.gateway === null)
    return [
      'It shows demo data from a simulated gateway.',
      'Your own gateway: set LITELLM_BASE_URL and LITELLM_API_KEY, then start again.',
    ]
  const { host } = new URL(config.gateway.baseUrl)
  return [`It reads the gateway at ${host} every ${config.pollSeconds} s.`]
}
