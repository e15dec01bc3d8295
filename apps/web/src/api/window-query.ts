/** What every analytic answer can be asked for; the address of a page carries the same. */
export type WindowQuery = {
  from?: string
  to?: string
  range?: string
  tz?: string
  basis?: 'minutes' | 'days' | 'auto'
  team?: readonly string[]
  model?: readonly string[]
  provider?: readonly string[]
}
