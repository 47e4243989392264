/** What the status report of a list on paper is made from. Every count is in both units, with its day. */
export type UnitCounts = { readonly entries: number; readonly resolved: number }
export type BothUnits = { readonly family: UnitCounts; readonly person: UnitCounts }
export type Broken<Key extends string> = BothUnits & { readonly [K in Key]: string | null }

export type SurvivalStep = {
  readonly months: number
  /** Of those on the list at presentation, in percent; null where there were none. */
  readonly family: { readonly share: number | null }
  readonly person: { readonly share: number | null }
}

export type ListStatusReport = {
  readonly programme: string
  readonly list: { readonly number: string; readonly title: string }
  readonly status: {
    readonly asOf: string
    readonly knownOn: string
    readonly presentedOn: string
    readonly family: UnitCounts & { readonly excluded: number }
    readonly person: UnitCounts & { readonly excluded: number }
    readonly byRegion: readonly Broken<'region'>[]
    readonly byCategory: readonly Broken<'category'>[]
    readonly byAuthority: readonly Broken<'authority'>[]
    readonly atAge: readonly (BothUnits & { readonly months: number })[]
    readonly carriedOver: readonly {
      readonly case: string
      readonly times: number
      readonly firstListed: string
    }[]
  }
  /** The report in sentences. */
  readonly sentences: readonly string[]
  readonly restatements: readonly {
    readonly known: string
    readonly sentence: string
    readonly before: BothUnits
    readonly after: BothUnits
  }[]
  /** This list first, then the ones before it. */
  readonly cohorts: readonly {
    readonly list: string
    readonly presentedOn: string
    /** Each as known on a day of its own. */
    readonly ages: readonly (BothUnits & { readonly months: number; readonly knownOn: string })[]
    readonly survival: readonly SurvivalStep[]
  }[]
  readonly waiting: { readonly median: number | null; readonly longest: number | null }
  readonly responses: readonly { readonly code: string; readonly cases: number }[]
  readonly madeOn: string
}
