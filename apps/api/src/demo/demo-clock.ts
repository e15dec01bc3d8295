/** A clock that can be set to an instant of the past; `null` is the present. */
export type DemoClock = { now: () => number; pretend: (at: number | null) => void }

export type DemoClocks = {
  /** The collector's. */
  gateway: DemoClock
  /** Another one: engines live through their past while the gateway is in the present. */
  engines: DemoClock
}
