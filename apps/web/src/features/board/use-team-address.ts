import { useRoute, type RouteLocationRaw } from 'vue-router'

/** Where the card of a team is: over the same board, with the same filters. */
export function useTeamAddress(): (teamId: string) => RouteLocationRaw {
  const route = useRoute()
  return (team) => ({ name: 'team', params: { team }, query: route.query })
}
