import { pluralsOf } from '../../../plural.ts'

const plural = pluralsOf('en')

export const wall = {
  sizes: { room: 'Room', hall: 'Hall', tv: 'TV' },
  gapToNext: 'gap to next place',
  modelsByTokens: 'Models by tokens',
  shareOfAll: 'share of all tokens',
  raceBy: (measure: string) => `Race by ${measure}`,
  engines: 'Own engines, tokens a second',
  states: {
    pending: 'not read yet',
    down: 'down',
    saturated: 'full',
    queueing: 'queueing',
    slow: 'slow',
    idle: 'idle',
    fine: 'fine',
  },
  load: (running: string, waiting: string) => `${running} running, ${waiting} waiting`,
  pageOf: (from: string, to: string, all: string) => `${from}–${to} of ${all}`,
  paused: 'Paused',
  keys: (size: string) => `Space pauses · ← → scenes · S size (${size}) · Esc to the board`,
  engineFull: 'has a full engine',
  ownEngineFull: '(your model) has a full engine',
  waits: (count: number, shown: string) =>
    plural(count, { one: 'one request waits', other: `${shown} requests wait` }),
  passes: (other: string, place: string) => `passes ${other}: now ${place}`,
  up: (places: number, shown: string) =>
    plural(places, {
      one: 'up one place in 15 minutes',
      other: `up ${shown} places in 15 minutes`,
    }),
  gap: { grows: 'the gap grows', shrinks: 'the gap shrinks' },
  nobody: 'Nobody is ranked yet.',
  loading: 'Reading the board',
  triesAgain: 'Podium tries again by itself.',
}
