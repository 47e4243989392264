/**
 * What a test comes to. `insufficient` is evidence that cannot tell, `disputed` sources that lead to
 * different verdicts; both are open, and Kleene's logic carries them: an open part leaves the whole open
 * unless the others decide it. Where both are left, `disputed` shows (rules R72).
 */
export type Verdict = 'met' | 'not-met' | 'insufficient' | 'disputed'

export function allOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('not-met')) return 'not-met'
  return openOf(verdicts) ?? 'met'
}

export function anyOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('met')) return 'met'
  return openOf(verdicts) ?? 'not-met'
}

export function negated(verdict: Verdict): Verdict {
  return verdict === 'met' ? 'not-met' : verdict === 'not-met' ? 'met' : verdict
}

export function atLeast(count: number, verdicts: readonly Verdict[]): Verdict {
  const met = verdicts.filter((verdict) => verdict === 'met').length
  const not = verdicts.filter((verdict) => verdict === 'not-met').length
  if (met >= count) return 'met'
  if (verdicts.length - not < count) return 'not-met'
  return openOf(verdicts) ?? 'insufficient'
}

export function isOpen(verdict: Verdict): boolean {
  return verdict === 'insufficient' || verdict === 'disputed'
}

function openOf(verdicts: readonly Verdict[]): Verdict | undefined {
  if (verdicts.includes('disputed')) return 'disputed'
  return verdicts.includes('insufficient') ? 'insufficient' : undefined
}
