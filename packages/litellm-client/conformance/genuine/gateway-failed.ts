/** The genuine gateway did not do its own part, so nothing was learnt about the client. */
export class GatewayFailed extends Error {
  override readonly name = 'GatewayFailed'
}
