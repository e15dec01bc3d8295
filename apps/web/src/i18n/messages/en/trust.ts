import { plural } from './plural.ts'

/** Why the gateway cannot be read, after "The gateway cannot be read: ". */
const causes = {
  aborted: 'the call was called off',
  auth: 'it rejects the key',
  budget: 'the budget of the key is exhausted',
  config: 'Podium is not set up right',
  conflict: 'it rejects the question',
  conn_refused: 'nothing listens at its address',
  corrupt: 'its answer is damaged',
  dns: 'its name is not known',
  forbidden: 'the key may not read this',
  input: 'the question cannot be put to it',
  network: 'the connection broke',
  not_found: 'the address is not that of a LiteLLM gateway',
  not_json: 'the address answers with a page instead of data',
  partial_view: 'the key sees only its own teams',
  protocol: 'what answers at its address does not speak HTTP',
  proxy: 'the proxy does not let the connection through',
  rate_limited: 'it asks for a pause',
  redirect_refused: 'it redirects elsewhere',
  rejected: 'it rejects the question',
  schema: 'its answer makes no sense',
  store: 'Podium cannot keep what it says',
  timeout: 'it does not answer in time',
  tls: 'its certificate is not trusted',
  too_large: 'its answer is too large',
  truncated: 'its answer broke off',
  unstable_paging: 'its pages change while they are read',
  upstream: 'it reports an error of its own',
}

/** By kind of a note: what is so, and what can be done about it. */
const notes = {
  pages_drifted: (count: string) =>
    `Reads of one day that did not agree and were repeated: ${count}. Nothing to do.`,
  keys_truncated: (count: string) =>
    `Keys that the gateway leaves out of its lists: ${count}. Their tokens count, their names are missing. Raise the limit of keys in the gateway.`,
  no_failures_recorded: (count: string) =>
    `Not one failure in ${count} requests: the gateway’s error log is probably off. Leave disable_error_logs unset to see real success rates.`,
  tokens_on_failures: (count: string) =>
    `Failed requests with estimated tokens, which are in the counts: ${count}.`,
  names_share_model: (count: string) =>
    `Public names that lead to one model: ${count}. The gateway books under either, so read them together.`,
  models_unpriced: (count: string) =>
    `Models without a price: ${count}. Their spend is 0. Give them input_cost_per_token in the gateway.`,
  prices_masked: (count: string) =>
    `Models whose prices the gateway hides: ${count}. Cache savings are left out for them.`,
  fall_corrected: (count: string) =>
    `Counts that the gateway took back: ${count}. Podium followed. Nothing to do.`,
  other: (count: string, kind: string) => `${kind}: ${count}`,
}

export const trust = {
  heading: 'How far these numbers can be trusted',
  details: 'Details',
  causes,
  cannotRead: 'The gateway cannot be read',
  unknownCause: 'the reason is unknown',
  cannotReadWhy: (cause: string) => `Likely cause: ${cause}.`,
  lastGood: (clock: string) => `What you see is from ${clock}.`,
  nextTry: (age: string) => `Next try in ${age}.`,
  tryingNow: 'It is being tried again now.',
  mend: 'Whoever runs Podium has to mend this.',
  gateway: {
    pending: 'Gateway not read yet',
    ok: 'Gateway answers',
    down: 'Gateway is down',
    auth_error: 'Gateway rejects the key',
    misconfigured: 'Gateway is misconfigured',
  },
  every: (seconds: number) => `asked every ${seconds} s`,
  reconciled: 'Reconciled with the gateway',
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
  coverage: (percent: string) => `${percent} of today placed in minutes`,
  days: (read: number, all: number) => `${read} of ${all} days read`,
  daysWhy: 'The rest is still loading from the gateway. Totals rise until then.',
  corrections: (count: number) =>
    plural(count, {
      one: 'one correction by the gateway',
      other: `${count} corrections by the gateway`,
    }),
  noteCount: (count: number) => plural(count, { one: 'one note', other: `${count} notes` }),
  zones: (zone: string) => `Days are UTC, times ${zone}`,
  notes,
  table: {
    caption: 'The last days, as the gateway counts them and as Podium placed them',
    day: 'Day (UTC)',
    gateway: 'Gateway',
    booked: 'Booked',
    placed: 'Placed',
    notPlaced: 'Not placed',
  },
}
