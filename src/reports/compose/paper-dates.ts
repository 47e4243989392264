/**
 * A date on record in the words of a paper's language: `1955~` is “about 1955”. Digits are Western ones
 * everywhere, as on the rest of the paper; what no word is known for stands as it was written.
 */
import { parseUncertainDate, type UncertainDate } from '../../domain/basics/uncertain-date.ts'
import type { PaperLanguage } from './representation-list-words.ts'

type DateWords = {
  readonly locale: string
  readonly about: (date: string) => string
  readonly doubted: (date: string) => string
  readonly until: (date: string) => string
  readonly since: (date: string) => string
}

const WORDS: Readonly<Record<PaperLanguage, DateWords>> = {
  en: {
    locale: 'en-GB',
    about: (date) => `about ${date}`,
    doubted: (date) => `${date} (uncertain)`,
    until: (date) => `${date} or before`,
    since: (date) => `${date} or later`,
  },
  ru: {
    locale: 'ru',
    about: (date) => `приблизительно ${date}`,
    doubted: (date) => `${date} (под вопросом)`,
    until: (date) => `${date} или ранее`,
    since: (date) => `${date} или позднее`,
  },
  fr: {
    locale: 'fr',
    about: (date) => `vers ${date}`,
    doubted: (date) => `${date} (incertain)`,
    until: (date) => `${date} ou avant`,
    since: (date) => `${date} ou après`,
  },
  de: {
    locale: 'de',
    about: (date) => `etwa ${date}`,
    doubted: (date) => `${date} (unsicher)`,
    until: (date) => `${date} oder früher`,
    since: (date) => `${date} oder später`,
  },
  ar: {
    locale: 'ar-u-ca-gregory-nu-latn',
    about: (date) => `نحو ${date}`,
    doubted: (date) => `${date} (غير مؤكد)`,
    until: (date) => `${date} أو قبل ذلك`,
    since: (date) => `${date} أو بعد ذلك`,
  },
  zh: {
    locale: 'zh',
    about: (date) => `约${date}`,
    doubted: (date) => `${date}（不确定）`,
    until: (date) => `${date}或更早`,
    since: (date) => `${date}或更晚`,
  },
}

/** Text that is no date stands as it is. */
export function dateOnPaper(text: string, language: PaperLanguage): string {
  const date = parseUncertainDate(text)
  if (!date) return text
  const words = WORDS[language]
  const [from = '', to] = text.split('/').map((part) => part.replace(/[~?%]/g, ''))
  const said =
    to === undefined
      ? pointInWords(from, date, words)
      : from === '..'
        ? words.until(partInWords(to, date.latest, words))
        : to === '..'
          ? words.since(partInWords(from, date.earliest, words))
          : `${partInWords(from, date.earliest, words)} – ${partInWords(to, date.latest, words)}`
  const about = date.approximate ? words.about(said) : said
  return date.uncertain ? words.doubted(about) : about
}

/** A decade or the like is the days between which it lies. */
function pointInWords(text: string, { earliest, latest }: UncertainDate, words: DateWords): string {
  if (precisionOf(text)) return partInWords(text, earliest, words)
  const whole = earliest.endsWith('-01-01') && latest.endsWith('-12-31')
  const [first, last] = [earliest, latest].map((day) =>
    partInWords(whole ? day.slice(0, 4) : day, day, words),
  )
  return `${first} – ${last}`
}

function partInWords(text: string, day: string, { locale }: DateWords): string {
  const precision = precisionOf(text)
  const options: Intl.DateTimeFormatOptions = {
    timeZone: 'UTC',
    year: 'numeric',
    ...(precision !== 'year' && { month: 'long' }),
    ...((precision === 'day' || precision === undefined) && { day: 'numeric' }),
  }
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`))
}

function precisionOf(text: string): 'year' | 'month' | 'day' | undefined {
  if (/^\d{4}$/.test(text)) return 'year'
  if (/^\d{4}-(?:0\d|1[0-2])$/.test(text)) return 'month'
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? 'day' : undefined
}
