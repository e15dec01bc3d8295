/** Why the gateway cannot be read, and what helps, in sentences. */
const causes = {
  aborted: 'Podium stopped asking.',
  address_refused: 'Podium may not ask at this address.',
  auth: 'LITELLM_API_KEY may be wrong or deleted.',
  budget: 'LITELLM_API_KEY has used up its budget.',
  config: 'Podium is not set up right.',
  conflict: 'It does not accept what Podium asks.',
  conn_refused: 'Nothing answers at its address.',
  corrupt: 'Its answer arrived damaged.',
  dns: 'Its host name cannot be found.',
  expired_key: 'LITELLM_API_KEY needs a new key.',
  fault: 'Podium made a mistake; its log says which.',
  forbidden: 'LITELLM_API_KEY may not list teams or read what they use.',
  input: 'Podium made a mistake; its log says which.',
  metrics_off: 'Its metrics are switched off.',
  network: 'The connection broke.',
  no_database: 'It answers again when its database does.',
  not_found: 'The address is not that of a LiteLLM gateway.',
  not_json: 'The address answers with a page instead of data.',
  not_metrics: 'It answers, but not with metrics of an engine or GPU.',
  partial_view: 'LITELLM_API_KEY has to be the key of a proxy_admin_viewer, or the master key.',
  protocol: 'What answers at its address does not speak HTTP.',
  proxy: 'The proxy does not let the connection through.',
  rate_limited: 'It is asked too often.',
  redirect_refused: 'It redirects to another address: use that one.',
  rejected: 'It does not accept what Podium asks.',
  schema: 'Podium does not understand its answer.',
  store: 'Podium cannot save what it reads.',
  timeout: 'It does not answer in time.',
  tls: 'Its certificate is not trusted.',
  too_large: 'Its answer is too large.',
  truncated: 'Its answer broke off.',
  unstable_paging: 'Its data change faster than they can be read.',
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

export const trust = {
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
  days: (read: number, all: number) => `${read} of ${all} days read`,
  daysWhy: 'The rest is still loading from the gateway. Totals rise until then.',
}
