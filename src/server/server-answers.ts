/** What the server says of itself to the command line. */
import { z } from 'zod'

export const ServerAnswer = z.object({ version: z.string() })
/** A link that lets one browser in, once. */
export const LinkAnswer = z.object({ link: z.string() })
