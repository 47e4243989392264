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
    name: 'DEMARCHE_KEY_COMMAND',
    meaning:
      'A command whose first line of output is the passphrase of the store, such as that of a key store. It goes before a file and a person.',
  },
  {
    name: 'DEMARCHE_PASSPHRASE_FILE',
    meaning:
      'A file whose first line is the passphrase of the store. Without it and the command, a person at a terminal is asked. The passphrase itself is not read from the environment.',
  },
  {
    name: 'DEMARCHE_CACHE',
    meaning:
      'Where an empty copy of the embedded store is kept, from which later stores are made faster. It may be deleted at any time. Default: the cache folder of this user.',
  },
  {
    name: 'DEMARCHE_NAMES_AT_MOST',
    meaning:
      'How many names of all registers together are held in memory for searching and matching. A register with more is found by whole ids alone, and says so. A million names take about a third of a gigabyte in each thread. Default: 2000000.',
  },
  {
    name: 'DEMARCHE_NAME_THREADS',
    meaning:
      'In how many threads the names of a register of more than a hundred thousand are held: each thread holds them all, and a list is shared among them. Default: 2.',
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
    name: 'DEMARCHE_NAME_SETS',
    meaning: 'The folder of the sets that name matching is measured on, where none is named.',
  },
  {
    name: 'DEMARCHE_PYTHON',
    meaning: 'The Python that reads Parquet sets in `npm run perf:names`.',
  },
  {
    name: 'DEMARCHE_NOMENKLATURA',
    meaning:
      'The Python in which nomenklatura is installed, to be run beside ours on the same pairs.',
  },
  {
    name: 'DEMARCHE_SPLINK',
    meaning: 'The Python in which Splink is installed, to be run beside ours on the same pairs.',
  },
  {
    name: 'PATH',
    meaning: 'Where the tests look for `initdb` and `postgres`, after `/usr/lib/postgresql`.',
  },
]
