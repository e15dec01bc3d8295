/** Our names of what an engine measures, and how the API calls them. */
export const latencies = {
  ttft: 'ttft_seconds',
  itl: 'itl_seconds',
  tpot: 'tpot_seconds',
  e2e: 'e2e_seconds',
  queue: 'queue_seconds',
} as const
