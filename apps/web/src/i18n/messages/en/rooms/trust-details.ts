import { pluralsOf } from '../../../plural.ts'

const plural = pluralsOf('en')

/** By kind of a note: what is so, and what can be done about it. */
const notes = {
  day_untold: (count: string) =>
    `The gateway failed each of the ${count} times it was asked for this day, so it is missing here. Podium keeps asking.`,
  pages_drifted: (count: string) =>
    `The gateway changed its answer while it was read, ${count} times. Podium read again. Nothing to do.`,
  keys_truncated: (count: string) =>
    `${count} keys have no name here: the gateway leaves them out of its lists. Their tokens count.`,
  no_failures_recorded: (count: string) =>
    `Not one failure in ${count} requests: the gateway probably does not record them. Leave disable_error_logs unset to see real success rates.`,
  models_incomplete: (count: string, requests: number) =>
    plural(requests, {
      one: 'One request names no model. It counts for its team.',
      other: `${count} requests name no model. They count for their teams.`,
    }),
  tokens_on_failures: (count: string, requests: number) =>
    plural(requests, {
      one: 'One failed request carries estimated tokens; they are counted.',
      other: `Up to ${count} failed requests carry estimated tokens; they are counted.`,
    }),
  names_share_model: (count: string) =>
    `${count} names point to the same model. Usage may be split between them.`,
  models_unpriced: (count: string, models: number) =>
    plural(models, {
      one: 'One model has no price, so its spend is not known. Set input_cost_per_token on it in the gateway.',
      other: `${count} models have no price, so their spend is not known. Set input_cost_per_token on them in the gateway.`,
    }),
  prices_masked: (count: string) =>
    `The gateway hides the prices of ${count} models. Their cache savings are not known.`,
  fall_corrected: (count: string) =>
    `The gateway corrected its own counts, ${count} times. Podium followed. Nothing to do.`,
}

export const trustDetails = {
  heading: 'How accurate these numbers are',
  details: 'Details',
  gateway: {
    pending: 'Gateway not read yet',
    ok: 'Gateway answers',
    down: 'Gateway is down',
    auth_error: 'Gateway rejects the key',
    misconfigured: 'Gateway is misconfigured',
  },
  every: (seconds: number) => `checked every ${seconds} s`,
  reconciled: 'Matches the gateway',
  drift: (percent: string) => `${percent} off the gateway’s own total`,
  drifts: {
    rows_lost: (team: string, usd: string, since: string) =>
      `${team}: ${usd} that the gateway charged since ${since} are missing in its daily counts, and so here. LiteLLM before 1.99 loses counts when many requests arrive at once: an update ends that.`,
    counter_behind: (team: string, usd: string, since: string) =>
      `${team}: the gateway counted ${usd} more since ${since} than it charged the team. Its spend was probably set by hand.`,
    more: (count: number) =>
      plural(count, { one: 'One more team drifts.', other: `${count} more teams drift.` }),
    waiting: (count: number) =>
      plural(count, {
        one: 'One team has not been compared with what the gateway charged.',
        other: `${count} teams have not been compared with what the gateway charged.`,
      }),
  },
  coverage: (percent: string) => `${percent} of today’s tokens have a time`,
  leftOut: (amount: string) => `${amount} of today’s tokens not ranked: no team`,
  corrections: (count: number) =>
    plural(count, {
      one: 'one correction by the gateway',
      other: `${count} corrections by the gateway`,
    }),
  noteCount: (count: number) => plural(count, { one: 'one note', other: `${count} notes` }),
  zones: (zone: string) => `Days in UTC, times in ${zone}`,
  notes,
  table: {
    caption: 'Tokens of the last days, at the gateway and here',
    day: 'Day (UTC)',
    gateway: 'Gateway',
    booked: 'Here',
    placed: 'With a time',
    notPlaced: 'Without a time',
  },
}
