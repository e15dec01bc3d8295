import { z } from 'zod'
import { LeftOut } from './amount.ts'
import { TeamName } from './board.ts'
import { dataVersion } from './data-version.ts'
import { BoardMeasure } from './measure.ts'
import { Window } from './window.ts'

export const RaceMeasure = BoardMeasure.exclude(['momentum']).meta({
  description: 'What the teams race for; momentum is of one moment, so that there is no race.',
})
export type RaceMeasure = z.infer<typeof RaceMeasure>

export const RaceLine = z
  .object({
    team: TeamName,
    rank: z.int().min(1).nullable().meta({
      description: 'The place on the board; `null` is unranked.',
    }),
    values: z.array(z.number().nullable()).meta({
      description:
        'What the board would have said at each of `at` for the span until then; the last is what it says. `null` is not ranked yet.',
    }),
    untimed: z.array(z.int()).meta({
      description:
        'Indexes of the values that something without a known time has joined: at the end of its UTC day, or at the last one.',
    }),
  })
  .meta({ description: 'One team in the race.' })
export type RaceLine = z.infer<typeof RaceLine>

export const Race = z
  .object({
    data_version: dataVersion,
    window: Window,
    left_out: LeftOut,
    measure: RaceMeasure,
    at: z.array(z.iso.datetime()).meta({
      description: 'The moments, from the beginning of the span to its end or now; 120 at most.',
    }),
    lines: z.array(RaceLine).meta({
      description: 'The first of the board in its order, then those that are asked for beside.',
    }),
  })
  .meta({ description: 'The answer of `GET /api/v1/race`: how the board came about.' })
export type Race = z.infer<typeof Race>
