import { expect, it } from 'vitest'
import { pathsOf } from './paths.ts'

const paths = pathsOf('soviet-union', { asOf: '1988-12-31', knownOn: '1989-01-04' })

it('carries both days in every link', () => {
  for (const to of [
    paths.scorecard(),
    paths.goal('g'),
    paths.source('s', 'p. 2'),
    paths.events(),
  ]) {
    const { searchParams } = new URL(to, 'http://127.0.0.1')
    expect(searchParams.get('asOf')).toBe('1988-12-31')
    expect(searchParams.get('knownOn')).toBe('1989-01-04')
  }
})

it('keeps an id with a slash one part of the address', () => {
  expect(new URL(paths.series('jamming/voa'), 'http://127.0.0.1').pathname).toBe(
    '/p/soviet-union/series/jamming%2Fvoa',
  )
})

it('names the place in the source that is cited', () => {
  const { searchParams } = new URL(paths.source('schifter-1987', 'p. 263, (a)(i)'), 'http://x')
  expect(searchParams.get('at')).toBe('p. 263, (a)(i)')
})
