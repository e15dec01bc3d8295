/** From bad to good: the first that holds is the state. */
export const verdictStates = ['down', 'saturated', 'queueing', 'slow', 'idle', 'fine'] as const

export type VerdictState = (typeof verdictStates)[number]

/** What decided: a value beside its limit, and from how many scrapes over how long. */
export type Evidence = {
  kind: string
  value: number
  limit: number | null
  samples: number
  seconds: number
}

export type Advice =
  | 'shorten_prompts'
  | 'lower_concurrency'
  | 'add_replica'
  | 'more_kv_memory'
  | 'raise_max_num_seqs'
  | 'chunked_prefill'
  | 'do_not_add_gpu_memory'
  | 'check_engine'
  | 'nothing'

export type Verdict = {
  state: VerdictState
  reason: string | null
  /** In ms. */
  since: number
  evidence: readonly Evidence[]
  advice: readonly Advice[]
}

export type Goals = {
  ttftP95Seconds: number
  itlP95Seconds: number
  queueP90Seconds: number
}

/** The queue's goal is half of the first token's. */
export function goalsOf(ttftP95Seconds: number, itlP95Seconds: number): Goals {
  return { ttftP95Seconds, itlP95Seconds, queueP90Seconds: ttftP95Seconds / 2 }
}
