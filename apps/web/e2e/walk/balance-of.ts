import type { Balance } from '@podium/contracts'

export function balanceOf(measure: Balance['measure'], shown: number, unassigned: number): Balance {
  return {
    ...{ measure, shown, unassigned, no_known_time: 0, dashboard: 0, apart: 0, uncertain: 0 },
    whole: shown + unassigned,
  }
}
