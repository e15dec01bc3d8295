import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

type DevContainer = {
  forwardPorts: number[]
  portsAttributes: Record<string, { label: string }>
  remoteEnv: Record<string, string>
  updateContentCommand: string
  runArgs?: string[]
}

/** What the dev container tool itself makes of the file; its Docker finds no container and no engine. */
function readConfiguration(): DevContainer {
  const folder = mkdtempSync(join(tmpdir(), 'podium-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const docker = join(folder, 'docker')
  writeFileSync(docker, '#!/bin/sh\nexit 0\n')
  chmodSync(docker, 0o755)
  const cli = join(root, 'node_modules/.bin/devcontainer')
  const args = ['read-configuration', '--workspace-folder', root, '--docker-path', docker]
  const answer: unknown = JSON.parse(
    execFileSync(cli, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the tool has validated it
  return (answer as { configuration: DevContainer }).configuration
}

test('it opens: every port has a label, and both commands work as they are', () => {
  const container = readConfiguration()
  expect(Object.keys(container.portsAttributes)).toEqual(container.forwardPorts.map(String))
  for (const { label } of Object.values(container.portsAttributes))
    expect(label).toContain('Podium')
  expect(container.updateContentCommand).toBe('npm run setup')
  expect(container.runArgs).toBeUndefined()
})

test('the variables of the original are passed on, and no secret is written down', () => {
  const { remoteEnv } = readConfiguration()
  expect(Object.keys(remoteEnv)).toEqual([
    'LITELLM_BASE_URL',
    'LITELLM_API_KEY',
    'VITE_LEADERBOARD_BACKEND_PORT',
    'VITE_LEADERBOARD_FRONTEND_PORT',
    'VITE_BACKEND_URL',
    'VITE_WORKSHOP_USER',
    'SERVER_BASIC_AUTH_TOKEN',
  ])
  // The tool has put this machine's values in: the file itself must hold references only.
  const source = readFileSync(join(root, '.devcontainer/devcontainer.json'), 'utf8')
  for (const name of Object.keys(remoteEnv))
    expect(source).toContain(`"${name}": "\${localEnv:${name}`)
})
