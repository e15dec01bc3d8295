import type { InferenceLoad, TeamName } from '@podium/contracts'

export type LoadRow = {
  key: string
  /** `null` is traffic without a team; left out where it did not come through the gateway. */
  team?: TeamName | null
  model: string
  tokensPerMinute: number | null
  share: number | null
}

/** Teams by model, most first, then what did not come through the gateway. */
export function loadRows({ models }: InferenceLoad): LoadRow[] {
  const teams = models.flatMap(({ model, teams: ofModel }) =>
    ofModel.map((one) => ({
      key: `${model} ${one.team?.id ?? ''}`,
      team: one.team,
      model,
      tokensPerMinute: one.tokens_per_minute,
      share: one.share,
    })),
  )
  const past = models.flatMap((one) => {
    const { model, minutes, not_via_gateway_tokens: tokens, not_via_gateway_share: share } = one
    return tokens === null
      ? []
      : [{ key: model, model, tokensPerMinute: minutes === 0 ? null : tokens / minutes, share }]
  })
  return [...teams, ...past]
}
