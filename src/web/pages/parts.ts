/**
 * The parts of a programme in the bar, in the order of the work: the record, what it comes to, whom it
 * is for. A part with several lists has its sections on a second line.
 */
import type { Paths } from '../paths.ts'

export type Part = {
  readonly words: string
  readonly to: string
  /** The first parts of the addresses that belong to it; '' is the page that opens. */
  readonly folders: readonly string[]
  readonly sections: readonly {
    readonly words: string
    readonly to: string
    readonly folders: readonly string[]
  }[]
}

export function partsOf(paths: Paths): readonly Part[] {
  return [
    { words: 'Today', to: paths.today(), folders: [''], sections: [] },
    { words: 'Programme', to: paths.programme(), folders: ['overview'], sections: [] },
    {
      words: 'Scorecard',
      to: paths.scorecard(),
      folders: ['scorecard', 'goals', 'benchmarks'],
      sections: [],
    },
    {
      words: 'Evidence',
      to: paths.seriesList(),
      folders: ['series', 'sources', 'events', 'undertakings'],
      sections: [
        { words: 'Series', to: paths.seriesList(), folders: ['series'] },
        { words: 'Sources', to: paths.sources(), folders: ['sources'] },
        { words: 'Events', to: paths.events(), folders: ['events'] },
        { words: 'Undertakings', to: paths.undertakings(), folders: ['undertakings'] },
      ],
    },
    {
      words: 'Register',
      to: paths.register(),
      folders: ['register', 'persons', 'imports'],
      sections: [
        { words: 'Persons', to: paths.register(), folders: ['register', 'persons'] },
        { words: 'Names to decide on', to: paths.nameMatches(), folders: [] },
        { words: 'Comings and goings', to: paths.net(), folders: [] },
      ],
    },
    { words: 'Lists', to: paths.lists(), folders: ['lists'], sections: [] },
    { words: 'Engagements', to: paths.engagements(), folders: ['engagements'], sections: [] },
    { words: 'Alerts', to: paths.alerts(), folders: ['alerts'], sections: [] },
    { words: 'Editions', to: paths.editions(), folders: ['editions'], sections: [] },
  ]
}
