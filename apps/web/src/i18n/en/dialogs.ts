/** What dialogs say, once one is opened. */
export const dialogs = {
  range: {
    from: 'From',
    to: 'To',
    yourZone: (zone: string) => `Yours: ${zone}`,
    apply: 'Apply',
    notAMoment: 'Enter a date and a time.',
    wrongOrder: 'The end has to lie after the beginning.',
    inFuture: 'The beginning lies in the future.',
    tooLong: 'A range has at most 400 days.',
  },
  filter: {
    heading: 'Filter by',
    find: 'Find',
    none: 'Nothing matches.',
    more: (count: string) => `${count} more: search to find them.`,
    loadFailed: 'The choices could not be loaded.',
    done: 'Done',
  },
  help: {
    motion: 'Motion',
    motionWhy: 'Rows glide to their new place, drawers slide in.',
    shortcuts: 'Keyboard shortcuts',
    useShortcuts: 'Use single-key shortcuts',
    version: (version: string) => `Podium ${version}`,
  },
  session: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    heading: 'This board is not open to everyone',
    why: 'Paste the token you were given. It stays with the server as a cookie, never in this page.',
    token: 'Token',
    wrong: 'This token is not known. Check that it was copied whole.',
    unreachable: 'Podium does not answer. Check the connection and try again.',
    otherWay: 'Whoever runs Podium signs you in outside of this page: reload it after that.',
  },
}

export type DialogWords = typeof dialogs
