export const ui = {
  close: 'Close',
  clear: 'Clear',
  dismiss: 'Dismiss',
  remove: (what: string) => `Remove ${what}`,
  copy: 'Copy',
  copied: 'Copied',
  tryAgain: 'Try again',
  loading: 'Loading',
  unknown: 'not known',
  noPrice: 'no price',
  unpriced: (tokens: string) => `${tokens} without a price`,
  someUnpriced: (tokens: string) => `${tokens} tokens have no price and are not in it`,
  noChange: 'no change',
  up: (by: string) => `up ${by}`,
  down: (by: string) => `down ${by}`,
  newEntry: 'not known 15 minutes ago',
  notices: 'Notices',
  unreachableWhy:
    'Podium does not answer: the server or the network is down. It is tried again by itself.',
  timeoutWhy:
    'Podium did not answer in time: it is busy or the network is slow. It is tried again by itself.',
}
