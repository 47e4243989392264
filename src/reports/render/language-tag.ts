/** The parts of a BCP 47 tag that typesetters take apart: `zh-Hans-CN` is zh, Hans, CN. */
export type LanguageParts = {
  readonly language: string
  readonly script: string | undefined
  readonly region: string | undefined
}

/** Throws a RangeError when the text is not a BCP 47 tag. */
export function languageParts(tag: string): LanguageParts {
  const { language, script, region } = new Intl.Locale(tag)
  return { language, script, region }
}
