/** No request has more to say. */
export const mostBodyBytes = 64 * 1024
export const mostHeaderBytes = 16 * 1024
export const mostUrlCharacters = 8192
