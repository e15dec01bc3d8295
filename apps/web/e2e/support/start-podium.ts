import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { newQuickFolder } from '../../../api/test/support/quick-folder.ts'

const main = join(import.meta.dirname, '../../../api/dist/main.js')

/** For whoever needs a server and no board: a demo would live through its past first. */
export const noGateway = {
  LITELLM_BASE_URL: 'http://127.0.0.1:9',
  LITELLM_API_KEY: 'sk-nobody-1234',
}

export type RunningPodium = { address: string; stop: () => Promise<void> }

/** The program itself, with the demo's gateway and a database of its own. */
export async function startPodium(env: Record<string, string> = {}): Promise<RunningPodium> {
  const cwd = newQuickFolder('podium-e2e-')
  const child = spawn(process.execPath, [main], {
    cwd,
    env: { PATH: '/usr/bin:/bin', PORT: '0', POLL_SECONDS: '1', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const found = /Podium is at (\S+)\n/.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.on('close', () => reject(new Error(`it ended early:\n${output}`)))
  })
  return {
    address,
    stop: async () => {
      child.kill()
      if (child.exitCode === null) await once(child, 'close')
      rmSync(cwd, { recursive: true, force: true })
    },
  }
}
