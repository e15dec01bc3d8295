import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '../..')

type DevContainer = {
  forwardPorts: number[]
  portsAttributes: Record<string, object>
  remoteEnv: Record<string, string>
  updateContentCommand: string
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

test('the tool reads it, every port has a name, and what it runs is a command of the workspace', () => {
  const container = readConfiguration()
  expect(Object.keys(container.portsAttributes)).toEqual(container.forwardPorts.map(String))
  const [, name = ''] = /^npm run (\w+)$/.exec(container.updateContentCommand) ?? []
  expect(Object.keys(manifest.scripts)).toContain(name)
})

test('the gateway is passed on, and no value of any variable is written down', () => {
  // The tool has put this machine's values in: the file itself must hold references only.
  const source = readFileSync(join(root, '.devcontainer/devcontainer.json'), 'utf8')
  const names = Object.keys(readConfiguration().remoteEnv)
  expect(names).toEqual(expect.arrayContaining(['LITELLM_BASE_URL', 'LITELLM_API_KEY']))
  for (const name of names) expect(source).toContain(`"${name}": "\${localEnv:${name}`)
})
