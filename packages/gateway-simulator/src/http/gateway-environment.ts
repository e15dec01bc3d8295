import type { HttpBindings } from '@hono/node-server'

/** Without a socket, as in `app.request()`, there are no bindings. */
export type GatewayEnvironment = { Bindings: Partial<HttpBindings> }
