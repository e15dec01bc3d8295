/** The releases that the simulator can stand for, by the minor version that people quote. */
export const profileNames = ['1.74', '1.78', '1.81', '1.84', '1.99', '1.104', '1.109'] as const
export type ProfileName = (typeof profileNames)[number]

const versions = {
  '1.74': { version: '1.74.9', release: 74 },
  '1.78': { version: '1.78.5', release: 78 },
  '1.81': { version: '1.81.12', release: 81 },
  '1.84': { version: '1.84.2', release: 84 },
  '1.99': { version: '1.99.2', release: 99 },
  '1.104': { version: '1.104.1', release: 104 },
  '1.109': { version: '1.109.1', release: 109 },
} satisfies Record<ProfileName, { version: string; release: number }>

/** What a release does. Every difference between releases is a field here. */
export function createProfile(name: ProfileName) {
  const { version, release } = versions[name]
  return {
    name,
    version,
    release,
    ...describeRoutes(release),
    ...describeWriting(release),
    ...describeReading(release),
    ...describeLists(release),
    ...describeErrors(release),
  }
}

export type Profile = ReturnType<typeof createProfile>

export function isProfileName(text: string): text is ProfileName {
  return profileNames.some((name) => name === text)
}

/** Which routes exist. */
function describeRoutes(release: number) {
  return {
    aggregatedRoute: release >= 99,
    aggregatedKeyRoutes: release >= 104,
    exportRoute: release >= 105,
    spendLogsRoute: release >= 81,
    readinessDetails: release >= 84,
    metricsAnswers401: release >= 84,
  } as const
}

/** How a request becomes a row. */
function describeWriting(release: number) {
  return {
    rowsPerFlush: release < 90 ? 100 : Infinity,
    flushJitter: release >= 81 ? 'added' : 'around',
    providerInModelName: release >= 81,
    endpointInRow: release >= 81,
    failuresKeepKey: release >= 81,
    budgetRefusalsKeepTeam: release >= 84,
    dispatchedFailuresNameModel: release >= 81,
    dispatchedFailuresNameProvider: release >= 99,
    refusalsNameDeployment: release >= 105,
    unknownModelsAreMerged: release >= 105,
    failuresCarryPromptEstimate: release >= 99,
    failuresDatedByEnd: release < 105,
    cacheCreationInsidePrompt: release >= 78,
    openAiCacheReadsCounted: release >= 84,
    ownCacheReadPrice: release >= 78,
    unpricedCacheReads: release <= 78 || release >= 105 ? 'input price' : 'free',
    refusedReadsAreFailures: release >= 101,
    masterKeyId: release >= 84 ? 'text' : 'hash',
  } as const
}

/** How rows become an answer of daily activity. */
function describeReading(release: number) {
  return {
    stablePaging: release >= 90,
    pageZeroIsRefused: release >= 109,
    datesAreChecked: release >= 105,
    reversedRangeIsRefused: release >= 109,
    viewerSeesActivity: release >= 78,
    memberSeesWholeTeam: release < 81,
    endpointsBreakdown: release >= 81,
    guardrailsBreakdown: release >= 109,
    emptyGroupFallsBackToModel: release >= 99,
    namelessRowsAreNamed: release >= 109,
    deletedKeysKeepMetadata: release >= 84,
    aggregatedDropsEmptyKey: release >= 99 && release < 104,
    apiKeyLimit: release >= 104,
    savingsCounters: release >= 99,
    responseTimeCounters: release >= 105,
  } as const
}

/** Lists of teams, models and single requests. */
function describeLists(release: number) {
  return {
    deletedTeams: release >= 81,
    deletedKeysAreTold: release >= 105,
    viewerSeesAllTeamsInV2: release >= 84,
    pricesMasked: release >= 77 && release <= 81,
    ownCachePriceInModelInfo: release !== 81,
    unknownPrice: release >= 105 ? null : 0,
    spendLogsMaxPage: release >= 95 ? 1000 : 100,
    spendLogsTotalIsCapped: release >= 93,
    spendLogsForViewer: release >= 84,
    readinessTellsVersion: release < 84,
  } as const
}

/** Statuses and shapes of error answers. */
function describeErrors(release: number) {
  return {
    noneIsNull: release >= 106,
    validationEchoesInput: release < 105,
    clientErrorType: release >= 106 ? 'invalid_request_error' : 'internal_server_error',
    expiredKeyStatus: release >= 99 ? 401 : 400,
    expiredKeyLeaksSecret: release <= 78,
    unknownKeyTellsHash: release < 106,
    malformedKeyPrefix: release < 99,
    budgetStatus: release >= 105 ? 422 : release >= 84 ? 429 : 400,
    modelDeniedStatus: release >= 84 ? 403 : 401,
    allowedRoutesStatus: release >= 81 ? 403 : 500,
  } as const
}
