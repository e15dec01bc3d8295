import { z } from 'zod'
import { Amount, LeftOut } from './amount.ts'
import { dataVersion } from './data-version.ts'

export const SourceState = z.enum(['pending', 'ok', 'down', 'auth_error', 'misconfigured']).meta({
  description: 'How the last attempt to read a source ended; `pending` is that none has ended yet.',
})
export type SourceState = z.infer<typeof SourceState>

export const SourceReason = z
  .enum([
    'aborted',
    'address_refused',
    'auth',
    'budget',
    'config',
    'conflict',
    'conn_refused',
    'corrupt',
    'dns',
    'expired_key',
    'fault',
    'forbidden',
    'input',
    'metrics_off',
    'network',
    'no_database',
    'not_found',
    'not_json',
    'not_metrics',
    'partial_view',
    'protocol',
    'proxy',
    'rate_limited',
    'redirect_refused',
    'rejected',
    'schema',
    'store',
    'timeout',
    'tls',
    'too_large',
    'truncated',
    'unstable_paging',
    'upstream',
    'viewer_refused',
  ])
  .meta({
    description: 'Why a source could not be read, or why its answer could not be stored.',
  })
export type SourceReason = z.infer<typeof SourceReason>

export const SourceStatus = z
  .object({
    name: z.string().meta({ description: 'The name of the source, for example `activity`.' }),
    state: SourceState,
    reason: SourceReason.nullable().meta({
      description:
        'Why the last attempt failed, as a code and never as a text of the gateway; `null` where it did not.',
    }),
    last_success_at: z.iso.datetime().nullable().meta({
      description: 'When the source was last read successfully; `null` is never.',
    }),
    next_attempt_at: z.iso.datetime().nullable().meta({
      description: 'When the source is read next; `null` is not known.',
    }),
    consecutive_failures: z.int().min(0).meta({
      description: 'How many attempts have failed since the last success.',
    }),
  })
  .meta({ description: 'Something that Podium reads again and again, and how that goes.' })
export type SourceStatus = z.infer<typeof SourceStatus>

export const StoreState = z
  .enum(['ok', 'unreachable', 'busy', 'full', 'read_only', 'corrupt', 'failed'])
  .meta({
    description:
      'How the database of Podium is: it answers and takes what is written (`ok`), or why it does not.',
  })
export type StoreState = z.infer<typeof StoreState>

export const DayStatus = z
  .object({
    day: z.iso.date().meta({ description: 'The UTC day.' }),
    read_at: z.iso.datetime().meta({ description: 'When Podium last read the day.' }),
    source: z.string().meta({ description: 'Which answer of the gateway the day was read from.' }),
    gateway: Amount.nullable().meta({
      description:
        'What the gateway itself said of the day last; `null` until it has been asked since the start.',
    }),
    total: Amount.meta({ description: 'What Podium has booked for the day.' }),
    left_out: LeftOut,
    placed: Amount.meta({ description: 'The part of `total` that has a known minute.' }),
    not_placed: z.record(z.string(), Amount).meta({
      description:
        'The part of `total` without a known minute, by reason: `baseline`, `gap`, `late`, `correction`.',
    }),
  })
  .meta({
    description: 'One UTC day: `placed` and `not_placed` together are what the gateway said.',
  })
export type DayStatus = z.infer<typeof DayStatus>

export const CorrectionStatus = z
  .object({
    day: z.iso.date().meta({ description: 'The UTC day that was corrected.' }),
    at: z.iso.datetime().meta({ description: 'When Podium booked the correction.' }),
    team: z.string().nullable().meta({
      description: 'The public id of the team; `null` is traffic without a team.',
    }),
    model: z.string().meta({ description: 'The model whose counts fell.' }),
    amount: Amount.meta({
      description: 'What the gateway took back: no number in it is above 0.',
    }),
  })
  .meta({ description: 'Counts that the gateway took back.' })
export type CorrectionStatus = z.infer<typeof CorrectionStatus>

export const NoteStatus = z
  .object({
    kind: z.string().meta({ description: 'What the note is about, as a code.' }),
    day: z.iso.date().nullable().meta({
      description: 'The UTC day that it is about; `null` where it is not about one day.',
    }),
    count: z.number().meta({
      description:
        'How many reads, keys, requests, names or models; of `tokens_on_failures` at most so many.',
    }),
    models: z.array(z.string()).meta({
      description: 'The models that it is about; empty where it is about none.',
    }),
  })
  .meta({ description: 'Something that a reader of the figures should know.' })
export type NoteStatus = z.infer<typeof NoteStatus>

export const DayReconciliation = z
  .object({
    day: z.iso.date().meta({ description: 'The UTC day.' }),
    balanced: z.boolean().meta({ description: 'Whether both differences are nothing.' }),
    cells_beyond_teams: Amount.meta({
      description: 'What is booked beyond the gateway’s teams: it is 0 unless a fall is held.',
    }),
    teams_beyond_day: Amount.meta({
      description:
        'What the gateway’s teams have beyond its own total of the day: it is 0 unless the gateway contradicts itself.',
    }),
    held_cells: z.int().min(0).meta({
      description:
        'Cells that the gateway now reports lower than booked; they keep what they have until the fall is believed.',
    }),
  })
  .meta({ description: 'Whether cells, teams and the day add up, as of the last answer.' })
export type DayReconciliation = z.infer<typeof DayReconciliation>

const driftFields = {
  since: z.iso.datetime().meta({
    description:
      'When the comparison began: before the first request of a team that was created while Podium watched, else when the team was first seen; or when its budget last began anew.',
  }),
  until: z.iso.datetime().meta({
    description:
      'The moment of the newest counter that was compared. It lies two polls and 75 seconds back, which the gateway may take to write by day what it has charged.',
  }),
  meter_usd: z.number().meta({ description: 'What the spend counter at the gateway has gained.' }),
  booked_usd: z.number().meta({ description: 'What Podium has booked meanwhile.' }),
  drift_usd: z.number().meta({
    description:
      'The counter less what is booked, without what the different moments of reading explain.',
  }),
}

export const DriftCause = z.enum(['rows_lost', 'counter_behind']).meta({
  description:
    'The likely cause. `rows_lost`: the gateway charged the team and did not count it by day; releases before 1.99 lose such rows when many requests arrive at once. `counter_behind`: the gateway counted by day what its counter of the team lacks; somebody set the counter, or an update of it was lost.',
})
export type DriftCause = z.infer<typeof DriftCause>

export const SpendDrift = z
  .object({
    team: z.string().meta({ description: 'The public id of the team.' }),
    name: z.string().meta({ description: 'The name of the team.' }),
    ...driftFields,
    cause: DriftCause,
  })
  .meta({ description: 'The spend counter of a team at the gateway, compared with the books.' })
export type SpendDrift = z.infer<typeof SpendDrift>

export const Reconciliation = z
  .object({
    reconciled: z.boolean().meta({
      description:
        'Whether it is proven that the figures are the gateway’s: every answered day is balanced, and every team that the gateway lists has been compared and does not drift.',
    }),
    days: z.array(DayReconciliation).meta({
      description: 'Days that were answered since the collector started, newest first.',
    }),
    drift: z
      .object({
        ...driftFields,
        teams: z.int().min(1).meta({ description: 'How many teams have been compared.' }),
        drifting: z.int().min(0).meta({ description: 'How many of them drift.' }),
      })
      .nullable()
      .meta({
        description:
          'All compared teams together; `null` before the first comparison, which takes two polls and 75 seconds, twice that for teams that were there before, and a gateway that tells what its teams spent.',
      }),
    waiting: z.int().min(0).meta({
      description:
        'How many of the teams that the gateway lists have not been compared yet, or never can be because it does not tell what they spent.',
    }),
    worst: z.array(SpendDrift).meta({
      description: 'The teams that drift most, at most twenty; empty where none drifts.',
    }),
  })
  .meta({ description: 'Whether the figures add up.' })
export type Reconciliation = z.infer<typeof Reconciliation>

export const Status = z
  .object({
    demo: z.boolean().meta({ description: 'Whether a simulated gateway provides the data.' }),
    version: z.string().meta({ description: 'The version of Podium.' }),
    now: z.iso.datetime().meta({ description: 'The time of the server.' }),
    data_version: dataVersion,
    poll_seconds: z.number().meta({ description: 'How often the gateway is asked, in seconds.' }),
    sources: z.array(SourceStatus).meta({ description: 'What Podium reads, and how that goes.' }),
    store: z
      .object({
        state: StoreState,
        since: z.iso.datetime().nullable().meta({
          description: 'When the state began; `null` is that it has not changed since the start.',
        }),
      })
      .meta({
        description:
          'The database of Podium. While it is not `ok`, what is below is what was last read from it.',
      }),
    history: z
      .object({
        days: z.int().meta({ description: 'How many days of the past are to be read.' }),
        unread: z.int().nullable().meta({
          description: 'How many of them are still to be read; `null` before the first poll.',
        }),
      })
      .meta({ description: 'How far the past has been read.' }),
    days: z.array(DayStatus).meta({ description: 'The last seven days, newest first.' }),
    reconciliation: Reconciliation,
    corrections: z.array(CorrectionStatus).meta({
      description: 'Counts that the gateway took back lately.',
    }),
    notes: z.array(NoteStatus).meta({ description: 'What a reader of the figures should know.' }),
  })
  .meta({ description: 'The answer of `GET /api/v1/status`.' })
export type Status = z.infer<typeof Status>
