import type { Context } from '../actions/context.ts'

/** Who may: the command line with the token kept beside the lock, or a browser that followed a link. */
export type Access = 'token' | 'session'

export type Env = { Variables: { context: Context; access: Access } }
