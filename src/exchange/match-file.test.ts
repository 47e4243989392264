import { expect, it } from 'vitest'
import { readMatchFile } from './match-file.ts'

const read = (text: string) => readMatchFile('list.csv', Buffer.from(text))
const said = ({
  file,
  line,
  column,
  message,
}: {
  file: string
  line: number
  column: number
  message: string
}) => `${file}:${String(line)}:${String(column)} ${message}`

it('reads names alone, and what stands beside them', () => {
  expect(read('name\nАнна Петрова\n\nIvan Petrov\n')).toEqual({
    rows: [
      {
        row: 1,
        line: 2,
        name: 'Анна Петрова',
        birth: null,
        age: null,
        sex: '',
        place: '',
        category: '',
      },
      {
        row: 2,
        line: 4,
        name: 'Ivan Petrov',
        birth: null,
        age: null,
        sex: '',
        place: '',
        category: '',
      },
    ],
    refusals: [],
    notices: [],
  })
  expect(
    read(
      'place,sex,name,age,birth,category\nOmsk,F,"Petrova, Anna",41,1931-05,prisoner\nTomsk,ж,Vera,,12.03.1950,\n',
    ).rows,
  ).toMatchObject([
    { name: 'Petrova, Anna', birth: { text: '1931-05' }, age: 41, sex: 'female', place: 'Omsk' },
    { name: 'Vera', birth: { text: '1950-03-12' }, sex: 'female', category: '' },
  ])
})

it('refuses with line and column, and keeps the numbers of the rows', () => {
  const { rows, refusals } = read('name,age\nAnna,forty\n ,41\nVera,-3\nIvan,30,x\nLev,\n')
  expect(refusals.map(said)).toEqual([
    'list.csv:2:6 “forty” is not a number; expected are digits, with a point for decimals, such as 3092 or 12.5. “About” and the like belong in the note.',
    'list.csv:3:1 The name is missing.',
    'list.csv:4:6 “-3” is no age in completed years.',
    'list.csv:5:1 The row has 3 cells, the header 2 columns.',
  ])
  expect(rows).toMatchObject([{ name: 'Lev', line: 6 }])
  expect(read('names\nAnna\n').refusals.map(said)).toEqual([
    'list.csv:1:1 The column “name” is missing.',
  ])
  expect(read('').refusals).toHaveLength(1)
  expect(read('name;birth\nAnna;1931\n').refusals.map(said)).toEqual([
    'list.csv:1:1 The columns are not separated by commas; save the file as comma-separated.',
  ])
  expect(read('name\n"Anna\n').refusals[0]?.message).toMatch(/opened and never closed/)
  expect(read('"name\nAnna\n').refusals[0]?.message).toMatch(/opened and never closed/)
  expect(readMatchFile('list.csv', Buffer.from([0x6e, 0xff, 0x0a])).refusals).toHaveLength(1)
})

it('says what it passes over and compares with nothing', () => {
  const { rows, notices, refusals } = read(
    'No,name,birth\n1,Anna,1954-02-29\n2,Vera,3/12/1950\n3,Ivan,unknown\n',
  )
  expect(refusals).toEqual([])
  expect(rows.map(({ birth }) => birth)).toEqual([null, null, null])
  expect(notices.map(said)).toEqual([
    'list.csv:1:1 The column “No” is passed over.',
    'list.csv:2:8 “1954-02-29” is no date that exists; it is compared with nothing.',
    'list.csv:3:8 “3/12/1950” may be 1950-12-03 or 1950-03-12; say in which order the list writes day and month. It is compared with nothing.',
  ])
})
