/** How what waits is called. */
import type { TodayLineJson } from '../../../contract/today.ts'

export const KIND_WORDS: Readonly<Record<TodayLineJson['kind'], string>> = {
  'urgent-case': 'urgent',
  'follow-up': 'to follow up',
  'promise-owed': 'promised by us',
  'undertaking-due': 'undertaken by them',
  'reply-overdue': 'reply overdue',
  'list-review': 'review of a list',
  'consent-ends': 'consent',
  'stale-case': 'quiet cases',
  'name-review': 'names',
  alert: 'alert',
}

export const GROUPS: readonly { readonly when: TodayLineJson['when']; readonly title: string }[] = [
  { when: 'overdue', title: 'Overdue' },
  { when: 'this-week', title: 'Within a week' },
  { when: 'this-month', title: 'Within a month' },
  { when: 'now', title: 'Waiting' },
]
