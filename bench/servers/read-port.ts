import type { ChildProcess } from 'node:child_process'

/** Where a Podium listens, as it says itself. */
export async function readPort(server: ChildProcess): Promise<number> {
  let said = ''
  return await new Promise<number>((resolve, reject) => {
    server.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/[^\s:]+:(\d+)/.exec(said)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
    server.on('exit', () => reject(new Error(`Podium ended: ${said}`)))
  })
}
