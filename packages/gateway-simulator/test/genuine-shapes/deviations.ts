/** A difference that is known and meant. */
export interface Deviation {
  version: RegExp
  name: RegExp
  difference: RegExp
  reason: string
}

export const deviations: readonly Deviation[] = [
  {
    version: /./,
    name: /^user-info/,
    difference: /./,
    reason: '/user/info is not played: nothing that watches a gateway needs it.',
  },
  {
    version: /^1\.81\.12$/,
    name: /^daily/,
    difference: /metadata\.team_id: null|entities\.metadata\.team_alias: missing/,
    reason: 'The sample was cut before the keys and the traffic without a team.',
  },
  {
    version: /^1\.109\.1$/,
    name: /^aggregated$/,
    difference: /entities\.metadata\.team_alias: not genuine/,
    reason: 'The sample was cut to its first entity, which is the traffic without a team.',
  },
  {
    version: /^1\.109\.1$/,
    name: /^team-list$/,
    difference: /: not genuine$/,
    reason: 'The sample was cut after the first twelve fields of a team.',
  },
  {
    version: /./,
    name: /^team-list$/,
    difference: /keys\.max_budget: number/,
    reason: 'No key of the recorded gateways had a budget of its own.',
  },
  {
    version: /^1\.1/,
    name: /^model-info/,
    difference: /model_info\.\w+_cost\w*: (null|number) is not genuine/,
    reason:
      'The sample was cut before the models without a price or with a price for cache writes.',
  },
  {
    version: /^1\.101\.6$/,
    name: /^spend-logs-v2$/,
    difference: /^\$\.data\.metadata\./,
    reason:
      'All five rows of the sample are refused reads, which the profile 1.99 does not log yet.',
  },
]

export function findDeviation(
  version: string,
  name: string,
  difference: string,
): Deviation | undefined {
  return deviations.find(
    (known) =>
      known.version.test(version) && known.name.test(name) && known.difference.test(difference),
  )
}
