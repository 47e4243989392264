import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { guessDelimiter, letterOf, readSpreadsheet } from './spreadsheet-rows.ts'
import type { SpreadsheetOptions } from './spreadsheet-rows.ts'

async function read(text: string | Uint8Array, options?: SpreadsheetOptions) {
  return readSpreadsheet('list', typeof text === 'string' ? Buffer.from(text) : text, options)
}

describe('a text file', () => {
  it('is read with its header, its rows and their lines', async () => {
    expect(
      await read('No,Name,Born\n1,"Petrova, Anna",1931\n\n2,"Ivan\nPetrov",\n3,Lev\n'),
    ).toEqual({
      file: 'list',
      sheet: null,
      otherSheets: [],
      delimiter: ',',
      header: ['No', 'Name', 'Born'],
      headerRow: 1,
      rows: [
        { number: 2, cells: ['1', 'Petrova, Anna', '1931'], dated: [] },
        { number: 4, cells: ['2', 'Ivan\nPetrov', ''], dated: [] },
        { number: 6, cells: ['3', 'Lev', ''], dated: [] },
      ],
      notices: [],
    })
  })

  it('may have titles above its header, and other delimiters', async () => {
    const table = await read(
      'Political prisoners;;\nas of 12.03.1987;;\n\nФИО;Дата рождения;Статья\nПетров Иван;1931;70\n',
    )
    expect(table).toMatchObject({
      delimiter: ';',
      headerRow: 4,
      header: ['ФИО', 'Дата рождения', 'Статья'],
      rows: [{ number: 5 }],
    })
    expect(guessDelimiter('a\tb\tc\n1,5\t2\t3\n')).toBe('\t')
    expect(guessDelimiter('a|b\n1|"x;y;z"\n')).toBe('|')
    expect(guessDelimiter('name\nAnna\n')).toBe(',')
    expect(await read('sep=|\nname|born\nAnna|1931\n')).toMatchObject({
      delimiter: '|',
      headerRow: 2,
    })
  })

  it('may have a header in words that are not known, or none', async () => {
    expect(await read('სახელი,დაბადება\nანა,1931\n')).toMatchObject({ headerRow: 1 })
    expect(await read('Anna Petrova,1931\nIvan Petrov,1932\n')).toMatchObject({
      headerRow: null,
      header: ['Column A', 'Column B'],
      rows: [{ number: 1 }, { number: 2 }],
    })
    expect(await read('a,b\nc,d\n', { headerRow: 2 })).toMatchObject({
      message: 'The table has no rows below its header.',
    })
    expect(letterOf(27)).toBe('AB')
  })

  it('may be in another encoding', async () => {
    const cyrillic = Buffer.from([
      0xc8, 0xec, 0xff, 0x2c, 0x61, 0x0a, 0xc0, 0xed, 0xed, 0xe0, 0x2c, 0x31,
    ])
    expect(await read(cyrillic)).toMatchObject({
      header: ['Имя', 'a'],
      notices: [{ message: expect.stringContaining('Windows-1251') as string }],
    })
    const koi = Buffer.from([0xe9, 0xcd, 0xd1, 0x2c, 0x61, 0x0a, 0xe1, 0x2c, 0x31])
    expect(await read(koi, { encoding: 'koi8-r' })).toMatchObject({ header: ['Имя', 'a'] })
    expect(await read(koi, { encoding: 'martian' })).toMatchObject({
      message: '“martian” is no encoding that is known here.',
    })
    expect(await read(Buffer.from([0x61, 0xff, 0x0a, 0xd0, 0x90]))).toMatchObject({
      line: 1,
      column: 2,
    })
  })

  it('is refused where a quote is never closed, and where it is empty', async () => {
    expect(await read('name,born\n"Anna,1931\nIvan,1932\n')).toMatchObject({
      message: expect.stringContaining('never closed') as string,
    })
    expect(await read('')).toMatchObject({ message: 'The file is empty.' })
  })
})

describe('a workbook', () => {
  const workbook = (rows: unknown[][]) =>
    // The library's cells are told apart by what they hold, which a table of mixed cells is not typed for.
    writeWorkbook(rows as never, {}).toBuffer()

  it('is read as text, and what Excel holds as a date with a word', async () => {
    const bytes = await workbook([
      [{ value: 'Name' }, { value: 'Date of birth' }, { value: 'Age' }],
      [
        { value: 'Anna Petrova' },
        { value: new Date(Date.UTC(1987, 3, 1)), type: Date, format: 'yyyy-mm' },
        { value: 41, type: Number },
      ],
      [null, null, null],
      [{ value: 'Ivan' }, { value: '1987-04' }, null],
    ])
    expect(await read(bytes)).toMatchObject({
      sheet: 'Sheet1',
      delimiter: null,
      headerRow: 1,
      rows: [
        { number: 2, cells: ['Anna Petrova', '1987-04-01', '41'], dated: [1] },
        { number: 4, cells: ['Ivan', '1987-04', ''], dated: [] },
      ],
      notices: [
        {
          line: 2,
          column: 2,
          message:
            'Excel holds “1987-04-01” as a date; if a month or a year was typed, its day is Excel’s own.',
        },
      ],
    })
  })

  it('is refused where it lacks the sheet, or is none', async () => {
    const bytes = await workbook([[{ value: 'Name' }], [{ value: 'Anna' }]])
    expect(await read(bytes, { sheet: 'List XVI' })).toMatchObject({
      message: 'The workbook has no sheet “List XVI” that holds something; it has “Sheet1”.',
    })
    expect(await read(Buffer.from('PK\u0003\u0004nonsense'))).toMatchObject({
      message:
        'This is no Excel workbook that can be read; it may be cut short or locked with a password.',
    })
    expect(await read(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toMatchObject({
      message: 'This is an Excel file of before 2007; save it as .xlsx.',
    })
  })
})
