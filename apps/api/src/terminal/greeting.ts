import type { Config } from '../config.ts'

/** What a person reads after `npm start`: where to look, what it shows, what to do next. */
export function greeting(config: Config, address: string): string[] {
  // Everybody's address is none to open.
  const where = `Podium is at ${address.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=:)/, '//127.0.0.1')}`
  if (config.gateway === null)
    return [
      where,
      'It shows demo data from a simulated gateway.',
      'Your own gateway: set LITELLM_BASE_URL and LITELLM_API_KEY, then start again.',
    ]
  const { host } = new URL(config.gateway.baseUrl)
  return [where, `It reads the gateway at ${host} every ${config.pollSeconds} s.`]
}
