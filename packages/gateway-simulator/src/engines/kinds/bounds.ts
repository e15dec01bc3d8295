/** Lists of bucket ends that several engines share. */
const decimal = [0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80]

export const firstTokenBounds = [
  ...[0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75],
  ...[1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560],
]

export const tokenBounds = [0.01, 0.025, ...decimal]

export const fineTokenBounds = [0.005, 0.01, 0.025, ...decimal]

export const requestBounds = [
  ...[0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60],
  ...[120, 240, 480, 960, 1920, 7680],
]
