import { describe, expect, it } from 'vitest'

import { clusterPersons } from './clusters.ts'
import type { Edge } from './clusters.ts'

const edge = (a: string, b: string, logOdds: number): Edge => ({ a, b, logOdds })

describe('clusterPersons', () => {
  it('joins groups by the mean of their pairs, not by one of them', () => {
    const chain = [edge('a', 'b', 5), edge('c', 'd', 5), edge('b', 'c', 2)]
    expect(clusterPersons(chain).map(({ persons }) => persons)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })

  it('joins at once whom people have found to be one', () => {
    const clusters = clusterPersons([], {
      mustLink: [
        ['a', 'b'],
        ['b', 'c'],
      ],
    })
    expect(clusters.map(({ persons }) => persons)).toEqual([['a', 'b', 'c']])
  })

  it('never puts two who are different in one group, by way of others either', () => {
    const edges = [edge('a', 'b', 5), edge('b', 'c', 4), edge('a', 'c', 4)]
    const clusters = clusterPersons(edges, { cannotLink: [['a', 'c']] })
    expect(clusters.map(({ persons }) => persons)).toEqual([['a', 'b']])
  })

  it('keeps the id of a cluster that grows, and of the larger part of one that splits', () => {
    const previous = clusterPersons([edge('b', 'c', 5)])
    const grown = clusterPersons([edge('b', 'c', 5), edge('a', 'b', 5), edge('a', 'c', 5)], {
      previous,
    })
    expect(grown.map(({ id }) => id)).toEqual(previous.map(({ id }) => id))
  })

  it('does the same whatever the order of the pairs', () => {
    const edges = [edge('a', 'b', 1), edge('b', 'c', 1.5), edge('c', 'd', 1), edge('a', 'd', 0.5)]
    expect(clusterPersons(edges.toReversed())).toEqual(clusterPersons(edges))
  })
})
