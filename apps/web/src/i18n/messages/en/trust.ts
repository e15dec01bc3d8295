import { plural } from './plural.ts'

/** Why the gateway cannot be read, and what helps, in sentences. */
const causes = {
  aborted: 'Podium took its question back.',
  auth: 'LITELLM_API_KEY may be wrong or deleted.',
  budget: 'The budget of the key is exhausted.',
  config: 'Podium is not set up right.',
  conflict: 'It rejects the question.',
  conn_refused: 'Nothing answers at its address.',
  corrupt: 'Its answer is damaged.',
  dns: 'Its name is not known.',
  expired_key: 'LITELLM_API_KEY needs a new key.',
  fault: 'Podium made a mistake.',
  forbidden: 'LITELLM_API_KEY may not list teams or read what they use.',
  input: 'The question cannot be put to it.',
  network: 'The connection broke.',
  no_database: 'It answers again when its database does.',
  not_found: 'The address is not that of a LiteLLM gateway.',
  not_json: 'The address answers with a page instead of data.',
  partial_view: 'LITELLM_API_KEY has to be the key of a proxy_admin_viewer, or the master key.',
  protocol: 'What answers at its address does not speak HTTP.',
  proxy: 'The proxy does not let the connection through.',
  rate_limited: 'It asks for a pause.',
  redirect_refused: 'It redirects elsewhere.',
  rejected: 'It rejects the question.',
  schema: 'Its answer makes no sense.',
  store: 'Podium cannot store what it says.',
  timeout: 'It does not answer in time.',
  tls: 'Its certificate is not trusted.',
  too_large: 'Its answer is too large.',
  truncated: 'Its answer broke off.',
  unstable_paging: 'Its pages change while they are read.',
  upstream: 'It reports an error of its own.',
  viewer_refused:
    'LiteLLM 1.74 refuses the key of a proxy_admin_viewer, 1.78 does not: update it, or use the key of a proxy_admin.',
}

/** Of causes that have a name; of all others it "cannot be read". */
const headings = {
  auth: 'The gateway refused the key (401)',
  expired_key: 'The key for the gateway has expired',
  forbidden: 'The gateway refused the key (403)',
  no_database: 'The gateway has lost its database',
  partial_view: 'The key for the gateway sees only its own teams',
  viewer_refused: 'This gateway lets no viewer read',
}

/** By kind of a note: what is so, and what can be done about it. */
const notes = {
  pages_drifted: (count: string) =>
    `Reads of one day that did not agree and were repeated: ${count}. Nothing to do.`,
  keys_truncated: (count: string) =>
    `Keys that the gateway leaves out of its lists: ${count}. Their tokens count, their names are missing. Raise the limit of keys in the gateway.`,
  no_failures_recorded: (count: string) =>
    `Not one failure in ${count} requests: the gateway’s error log is probably off. Leave disable_error_logs unset to see real success rates.`,
  models_incomplete: (count: string, requests: number) =>
    plural(requests, {
      one: 'One request stands under no model: it counts for its team and in the totals.',
      other: `${count} requests stand under no model: they count for their teams and in the totals.`,
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
    `Models whose prices the gateway hides: ${count}. Cache savings are left out for them.`,
  fall_corrected: (count: string) =>
    `Counts that the gateway took back: ${count}. Podium followed. Nothing to do.`,
}

export const trust = {
  heading: 'How far these numbers can be trusted',
  details: 'Details',
  causes,
  headings,
  cannotRead: 'The gateway cannot be read',
  unknownCause: 'The reason is unknown.',
  lastGood: (clock: string) => `What you see is from ${clock}.`,
  nextTry: (age: string) => `Trying again in ${age}.`,
  tryingNow: 'Trying again now.',
  mend: {
    key: 'Ask whoever runs Podium to check LITELLM_API_KEY.',
    address: 'Ask whoever runs Podium to check LITELLM_BASE_URL.',
  },
  store: {
    heading: 'The database of Podium has a problem',
    causes: {
      unreachable: 'it cannot be reached',
      busy: 'another program keeps it busy',
      full: 'it has no room left',
      read_only: 'it cannot be written',
      corrupt: 'it is damaged',
      failed: 'it reports an error of its own',
    },
    unknown: 'the reason is unknown',
    why: (cause: string) =>
      `Likely cause: ${cause}. What you see is the last that is known. Podium tries again by itself.`,
  },
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
