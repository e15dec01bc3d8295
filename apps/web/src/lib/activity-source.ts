import type { SourceStatus, Status } from '@podium/contracts'

/** How the reading of the gateway's activity goes, which the numbers come from; names and prices have their own. */
export function activitySource(status: Status | undefined): SourceStatus | undefined {
  return status?.sources.find(({ name }) => name === 'activity')
}
