import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'

// eslint-disable-next-line no-restricted-properties -- `npm test` finds a promtool and names it here
const { PROMTOOL: named, CI: ci } = process.env

/** Where it cannot be had, `npm test` says so; CI has it. */
export const hasPromtool = named !== undefined || ci !== undefined

/** What `promtool check metrics` says; nothing is good. */
export async function complaintsAbout(exposition: string): Promise<string> {
  const child = spawn(named ?? 'promtool', ['check', 'metrics'])
  child.stdin.end(exposition)
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  await once(child, 'close')
  return `${(await said).join('')}${child.exitCode === 0 ? '' : `exit code ${child.exitCode}`}`
}
