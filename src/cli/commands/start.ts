import { spawn } from 'node:child_process'
import { platform } from 'node:os'
import { isStoreEncrypted } from '../../actions/keyring.ts'
import { readNamesAhead } from '../../actions/names-ahead.ts'
import { localPerson, type Workbench } from '../../actions/open-workbench.ts'
import { removeServerNote, writeServerNote } from '../../actions/server-note.ts'
import { ProgrammeList } from '../../contract/programmes.ts'
import type { App } from '../../server/app.ts'
import { arePagesBuilt, buildPages, pagesIn } from '../../server/build-pages.ts'
import { serve, PortTaken, type Served } from '../../server/serve.ts'
import { LinkAnswer } from '../../server/server-answers.ts'
import { address, type Client } from '../client.ts'
import { print, storeChoice, type Command } from '../command.ts'
import { findStore, remoteClient } from '../connect.ts'
import { EXIT, OurFault, Refused, WrongUsage } from '../exit-codes.ts'
import type { Arguments } from '../read-arguments.ts'
import { EXAMPLE, ROOT } from '../version.ts'
import { runImport, sayRefusals } from './import.ts'

export const start: Command = {
  spec: {
    name: 'start',
    summary: 'Opens the workbench in the browser.',
    operands: [],
    options: {
      port: { type: 'string', value: 'N', help: 'the port (default: one that is free)' },
      'no-open': { type: 'boolean', help: 'print the link and leave the browser alone' },
      log: { type: 'boolean', help: 'print a line for each request: method, route, status, time' },
    },
    notes: [
      'The server answers on this machine only, to the browser that follows the link. The link works once; “demarche start” prints a new one, also while Demarche is running.',
    ],
  },
  run: async (given) => {
    const port = readPort(given)
    await requirePages()
    const found = await findStore(storeChoice(given))
    if (found.by === 'us') return serveUntilStopped(given, found.workbench, found.folder, port)
    const client = remoteClient(found.note, storeChoice(given))
    const { link } = await client.post(address('links'), {}, LinkAnswer)
    print(`Demarche is already running. A new link, which works once:\n\n  ${link}\n`)
    openBrowser(given, link)
    await client.close()
    return EXIT.done
  },
}

function readPort(given: Arguments): number {
  const text = given.text('port')
  if (text === undefined) return 0
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN
  if (port >= 1 && port <= 65535) return port
  throw new WrongUsage(`--port: “${text}” is not a port. It is a whole number from 1 to 65535.`)
}

/** A clone has no built pages at first. */
async function requirePages(): Promise<void> {
  if (arePagesBuilt(ROOT)) return
  print('The pages are built once; this takes a few seconds …')
  try {
    await buildPages(ROOT)
  } catch (error) {
    throw new OurFault('The pages could not be built. “npm run build” shows why.', { cause: error })
  }
}

async function serveUntilStopped(
  given: Arguments,
  workbench: Workbench,
  folder: string | undefined,
  port: number,
): Promise<typeof EXIT.done> {
  const { appOn, ownClient } = await import('../own-store.ts')
  let served: Served | undefined
  const host = () => `127.0.0.1:${served?.port ?? 0}`
  const logAccess = (line: string) => process.stderr.write(`${line}\n`)
  const { app, token } = appOn(workbench, {
    host,
    pages: pagesIn(ROOT),
    ...(given.flag('log') && { logAccess }),
  })
  const stopped = untilStopped()
  try {
    served = await serve(app.fetch, port).catch((error: unknown) => {
      throw error instanceof PortTaken ? new Refused(error.message) : error
    })
    if (folder !== undefined)
      writeServerNote(folder, { port: served.port, token, pid: process.pid })
    const client = ownClient(app, token, host(), async () => undefined)
    const goOn = await loadExample(client, stopped.signal)
    if (goOn) void readNamesAhead(workbench.contextFor(localPerson()))
    if (goOn) announce(given, app, workbench.location, await isStoreEncrypted(workbench))
    if (goOn) await stopped.promise
  } finally {
    await served?.close()
    // First the note, then the lock: a note beside a lock that is held says where its server is.
    if (folder !== undefined && served) removeServerNote(folder)
    await workbench.close()
  }
  return EXIT.done
}

/** On an empty store. False where it was given up. */
async function loadExample(client: Client, stopped: AbortSignal): Promise<boolean> {
  const { programmes } = await client.get(address('programmes'), ProgrammeList)
  if (programmes.length > 0) return true
  print('The store is empty. The example is loaded: human rights in the Soviet Union, 1985–89 …')
  if (stopped.aborted) return false
  const last = await runImport(client, EXAMPLE, false, stopped)
  if (stopped.aborted) return false
  if (last.step === 'done') return true
  sayRefusals(last.refusals)
  print(`The example could not be loaded. ${last.message}`)
  return true
}

function announce(given: Arguments, app: App, location: string, isEncrypted: boolean): void {
  const link = app.newLink()
  print(`Demarche is running. Open this link, which works once:

  ${link}

The store is ${location}.
${isEncrypted ? 'What it says about persons is encrypted.' : 'It is not encrypted; “demarche protect” puts it under a passphrase.'}
To begin your own programme, copy the folder ${EXAMPLE},
write yours in its place, and run: demarche import DIR
Ctrl-C ends Demarche.`)
  openBrowser(given, link)
}

function openBrowser(given: Arguments, link: string): void {
  if (given.flag('no-open')) return
  const [command, ...first] =
    platform() === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler']
      : [platform() === 'darwin' ? 'open' : 'xdg-open']
  const opener = spawn(command ?? '', [...first, link], { stdio: 'ignore', detached: true })
  // The link is printed: without a browser here, a person can carry it to one.
  opener.on('error', () => undefined)
  opener.unref()
}

function untilStopped(): { promise: Promise<void>; signal: AbortSignal } {
  const stop = new AbortController()
  const promise = new Promise<void>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stop.abort())
  // The process that started this one is gone, however it ended.
  process.on('disconnect', () => stop.abort())
  process.channel?.unref()
  return { promise, signal: stop.signal }
}
