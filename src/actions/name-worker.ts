/** A thread with an index of names in it: does what it is asked, in the order of asking. */
import { parentPort } from 'node:worker_threads'
import { NameJobs, type NameCall } from './name-jobs.ts'

export type Asked = {
  readonly id: number
  readonly call: NameCall
  readonly given: readonly unknown[]
}
/** `fault` is an Error, as it crosses between threads. */
export type Answer = { readonly id: number } & (
  { readonly told: unknown } | { readonly fault: unknown }
)

const jobs = new NameJobs()

parentPort?.on('message', ({ id, call, given }: Asked) => {
  parentPort?.postMessage(answerTo(id, call, given))
})

function answerTo(id: number, call: NameCall, given: readonly unknown[]): Answer {
  try {
    // The cast: the thread's own side holds what is given to what the call takes.
    const ask = jobs[call].bind(jobs) as (...given: readonly unknown[]) => unknown
    return { id, told: ask(...given) }
  } catch (fault) {
    // Not hidden: it is thrown where it was asked.
    return { id, fault }
  }
}
