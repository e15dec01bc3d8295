// Keeps what this program compiled for the next one: a program that is killed would not.
import { flushCompileCache } from 'node:module'

setTimeout(flushCompileCache, 1000).unref()
