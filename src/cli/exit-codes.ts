/** The one place where an ending becomes an exit code (rules R139). */
export const EXIT = { done: 0, fault: 1, usage: 2, refused: 3 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** The command was written wrongly; the message says how it is written. */
export class WrongUsage extends Error {
  override name = 'WrongUsage'
}

/** What was asked was understood and refused; the message is for the person. */
export class Refused extends Error {
  override name = 'Refused'
}

/** The program failed at what was asked; the message says that, without details. */
export class OurFault extends Error {
  override name = 'OurFault'
}

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof WrongUsage) return EXIT.usage
  if (error instanceof Refused) return EXIT.refused
  return EXIT.fault
}

/** The error that an answer of the API stands for. */
export function errorOfAnswer(status: number, detail: string): Error {
  return status >= 500 ? new OurFault(detail) : new Refused(detail)
}
