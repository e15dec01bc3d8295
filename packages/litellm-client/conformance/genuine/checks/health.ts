import type { Subject } from '../subject.ts'

/** Readiness and version, which need no key. */
export async function checkHealth({ list, client, release }: Subject): Promise<void> {
  list.area('health')
  await list.attempt('readiness', async () => {
    list.equal('readiness', await client.readiness(), {
      isReady: true,
      database: 'connected',
      version: release.abilities.readinessNamesVersion ? release.version : null,
    })
  })
  await list.attempt('version', async () => {
    list.equal('version', await client.version(), release.version)
  })
}
