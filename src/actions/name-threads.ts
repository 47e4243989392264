/**
 * Asks the index of names, where it lies: in a thread, or in this process. One thing is done at a time;
 * what somebody waits for goes before what runs in the background.
 */
import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { NameJobs, type Given, type NameCall, type Told } from './name-jobs.ts'
import type { Answer, Asked } from './name-worker.ts'

/** `soon`: somebody waits for it. `later`: part of something long. */
export type Urgency = 'soon' | 'later'

export type NameThread = {
  readonly ask: <C extends NameCall>(
    urgency: Urgency,
    call: C,
    ...given: Given<C>
  ) => Promise<Told<C>>
  /** How much is waiting to be done. */
  readonly waiting: () => number
  readonly end: () => Promise<void>
}

type Task = { readonly run: () => Promise<void>; readonly giveUp: (why: Error) => void }

/** The index was given up before it answered: it is built anew, or the store is closed. */
export class NamesGone extends Error {
  override name = 'NamesGone'
}

/** In this process: for registers that are so small that no answer takes long. */
export function ownThread(): NameThread {
  const jobs = new NameJobs()
  return threadOf(
    async (call, given) => {
      await setImmediate()
      // The cast: `ask` below holds what is given to what the call takes.
      return (jobs[call].bind(jobs) as (...given: readonly unknown[]) => unknown)(...given)
    },
    async () => undefined,
  )
}

/** In a thread of its own, which keeps the process alive only while it is asked something. */
export function workerThread(): NameThread {
  // Published as stripped JavaScript, where the file beside this one ends otherwise.
  const file = import.meta.url.endsWith('.ts') ? './name-worker.ts' : './name-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  })
  worker.unref()
  const open = new Map<number, { resolve: (told: unknown) => void; reject: (why: Error) => void }>()
  let last = 0
  const settle = (id: number) => {
    const found = open.get(id)
    open.delete(id)
    if (open.size === 0) worker.unref()
    return found
  }
  worker.on('message', (answer: Answer) => {
    const asker = settle(answer.id)
    if ('told' in answer) asker?.resolve(answer.told)
    else asker?.reject(errorOf(answer.fault))
  })
  const fail = (error: Error) => {
    for (const id of open.keys()) settle(id)?.reject(error)
  }
  worker.on('error', (error) => fail(errorOf(error)))
  worker.on('exit', () => fail(new NamesGone('the index of names was given up')))
  return threadOf(
    (call, given) =>
      new Promise((resolve, reject) => {
        const id = (last += 1)
        open.set(id, { resolve, reject })
        worker.ref()
        worker.postMessage({ id, call, given } satisfies Asked)
      }),
    async () => {
      await worker.terminate()
    },
  )
}

function threadOf(
  send: (call: NameCall, given: readonly unknown[]) => Promise<unknown>,
  close: () => Promise<void>,
): NameThread {
  const queues: Readonly<Record<Urgency, Task[]>> = { soon: [], later: [] }
  let [isBusy, isEnded] = [false, false]
  const goOn = async () => {
    if (isBusy) return
    isBusy = true
    for (;;) {
      const task = queues.soon.shift() ?? queues.later.shift()
      if (!task) break
      await task.run()
    }
    isBusy = false
  }
  const ask = <C extends NameCall>(urgency: Urgency, call: C, ...given: Given<C>) =>
    new Promise<Told<C>>((resolve, reject) => {
      if (isEnded) {
        reject(new NamesGone('the index of names was given up'))
        return
      }
      queues[urgency].push({
        run: () =>
          send(call, given).then(
            (told) => resolve(told as Told<C>), // what the call tells
            reject,
          ),
        giveUp: reject,
      })
      void goOn()
    })
  return {
    ask,
    waiting: () => Number(isBusy) + queues.soon.length + queues.later.length,
    end: async () => {
      isEnded = true
      for (const queue of Object.values(queues))
        for (const { giveUp } of queue.splice(0))
          giveUp(new NamesGone('the index of names was given up'))
      await close()
    },
  }
}

function errorOf(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error('the index of names failed')
}
