/** What is missing or doubtful in a day; `count` says how much, in the unit given here. */
export interface ActivityNote {
  kind: ActivityNoteKind
  date: string
  count: number
}

export type ActivityNoteKind =
  /** Keys beyond the gateway's cap are left out of every list of keys; count: keys. */
  | 'keys_truncated'
  /** The list of the day's keys (not those of teams) leaves out requests; count: requests. */
  | 'keys_incomplete'
  /** A release before 1.74.2 has no keys of teams and models; count: teams. */
  | 'no_key_breakdown'
  /** A release before 1.74.9: `models` has the underlying names; count: models. */
  | 'no_model_groups'
  /** Requests that the gateway lists under no public model; count: requests. */
  | 'models_incomplete'
  /** A release before 1.71.2: `Unassigned` is what the day has beyond its teams; count: requests. */
  | 'unassigned_derived'
  /** The day did not fit one answer, so it was read team by team at slightly different moments; count: calls. */
  | 'narrowed_by_team'
  /** The day was read page by page, twice with different page sizes and with the same sums; count: pages. */
  | 'pages_walked'
