/** What can be set from outside: environment variables, with who reads each. */

export type Setting = { readonly name: string; readonly meaning: string }

/** For those who run the program. */
export const SETTINGS: readonly Setting[] = [
  {
    name: 'DEMARCHE_DATA',
    meaning:
      'The folder of the store. `--data` goes before it. Without either, and without `DATABASE_URL`, the store lies in the data folder of this user.',
  },
  {
    name: 'DATABASE_URL',
    meaning:
      'A PostgreSQL (15 or newer, UTF8) that is used instead of a folder, as `postgresql://user:password@host/database`. A folder named by `--data` or `DEMARCHE_DATA` goes before it.',
  },
  {
    name: 'DEMARCHE_CACHE',
    meaning:
      'Where an empty copy of the embedded store is kept, from which later stores are made faster. It may be deleted at any time. Default: the cache folder of this user.',
  },
  {
    name: 'DEMARCHE_DEBUG',
    meaning:
      'Set to anything: after a fault of the program the place in the code is printed on the error output.',
  },
  { name: 'NO_COLOR', meaning: 'Set to anything: no colour in the terminal.' },
  {
    name: 'XDG_DATA_HOME',
    meaning:
      'Linux: where the data folder `demarche` of this user lies. Default: `~/.local/share`. On macOS it is `~/Library/Application Support/Demarche`.',
  },
  {
    name: 'XDG_CACHE_HOME',
    meaning:
      'Linux: where the cache folder `demarche` of this user lies. Default: `~/.cache`. On macOS it is `~/Library/Caches/Demarche`.',
  },
  {
    name: 'LOCALAPPDATA',
    meaning:
      'Windows: where the folder `Demarche` with `Data` and `Cache` of this user lies. Default: `AppData\\Local` in the home folder.',
  },
]

/** For those who work on the program. */
export const WORKING_SETTINGS: readonly Setting[] = [
  {
    name: 'DEMARCHE_FUZZ',
    meaning:
      '`full`: the long random tests run whole instead of a seeded twentieth. `npm run fuzz` sets it.',
  },
  {
    name: 'DEMARCHE_SKIP_POSTGRES',
    meaning: '`1`: tests and timings leave PostgreSQL out and run on the embedded store alone.',
  },
  {
    name: 'DEMARCHE_SERVER',
    meaning:
      'The server to which Vite’s own server hands `/api` while the pages are worked on. Default: `http://127.0.0.1:4180`.',
  },
  {
    name: 'CHROMIUM_PATH',
    meaning: 'The Chromium that the browser tests drive. Default: `chromium` on the path.',
  },
  {
    name: 'PATH',
    meaning: 'Where the tests look for `initdb` and `postgres`, after `/usr/lib/postgresql`.',
  },
]
