import { expect, it } from 'vitest'
import { xmlProblems } from './xml-problems.ts'

it('takes well-formed XML', () => {
  const xml = '<?xml version="1.0"?><a b="1 &amp; 2"><!-- c --><d:e/>x &#8211; y</a>'
  expect(xmlProblems(xml)).toEqual([])
})

it('finds what a strict reader would refuse', () => {
  const broken = [
    '<a>\u0001</a>',
    '<a>\ud83d</a>',
    '<a>x & y</a>',
    '<a><b></a></b>',
    '<a>',
    '<a b="1" b="2"/>',
    '<a b="<"/>',
    '<a b=1/>',
  ]
  for (const xml of broken)
    expect({ xml, problems: xmlProblems(xml).length }).not.toMatchObject({ problems: 0 })
})
