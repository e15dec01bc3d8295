import type { LiveData } from '@podium/contracts'

type AnnouncerOptions = {
  changesSince: (version: number) => Promise<NonNullable<LiveData['changed']>>
  publish: (data: LiveData) => void
  now: () => number
  onFault: (error: unknown) => void
}

/** Tells of each new version of the data and of what is new in it; versions that come too fast are told as one. */
export function createAnnouncer({ changesSince, publish, now, onFault }: AnnouncerOptions) {
  let told: number | null = null
  let newest = 0
  let isTelling = false

  async function changedSince(version: number | null): Promise<LiveData['changed']> {
    if (version === null) return null
    try {
      return await changesSince(version)
    } catch (error) {
      onFault(error)
      return null
    }
  }

  async function tell(): Promise<void> {
    isTelling = true
    while (told === null || told < newest) {
      const version = newest
      const changed = await changedSince(told)
      told = version
      publish({ data_version: version, at: new Date(now()).toISOString(), changed })
    }
    isTelling = false
  }

  return (dataVersion: number): void => {
    newest = dataVersion
    if (!isTelling) void tell()
  }
}
