/** The columns that migrations 1 to 5 know; what is counted later, a later migration adds. */
export const firstCounters = [
  'prompt',
  'completion',
  'cache_read',
  'cache_creation',
  'requests',
  'successes',
  'failures',
  'spend',
  'cache_savings',
  'response_ms',
  'timed',
]
