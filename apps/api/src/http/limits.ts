/** No request has more to say. */
export const mostBodyBytes = 64 * 1024
export const mostHeaderBytes = 16 * 1024
export const mostUrlCharacters = 8192

/** Twice the live streams that there can be, and as many again for those who only ask. */
export const mostConnections = 6000
/** Then the client comes back on a new connection, so that load is spread anew. */
export const mostRequestsOfConnection = 10_000
/** Questions that a connection may send before it has read the answers to those before. */
export const mostWaiting = 32
/** Files that are sent at once. */
export const mostFiles = 8
