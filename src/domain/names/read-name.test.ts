import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readName } from './read-name.ts'

const keysOf = (name: string): string[] => readName(name).map(({ key }) => key)

describe('a name in tokens', () => {
  it.each([
    ['Natan Sharansky', ['natan', 'sharansky']],
    ['Щаранский, Натан', ['щаранский', 'натан']],
    ['Kara-Murza', ['kara', 'murza']],
    ["Ra'if Badawī", ['raif', 'badawi']],
    ['Dr. Andrei D. Sakharov', ['andrei', 'd', 'sakharov']],
    ['Ludwig van Beethoven', ['ludwig', 'beethoven']],
    ['ＬＩＵ Xiaobo', ['liu', 'xiaobo']],
    ['Андре́й', ['андрей']],
  ])('%s', (name, keys) => {
    expect(keysOf(name)).toEqual(keys)
  })

  it.each([
    ['Abd al-Rahman', 'abdalrahman'],
    ['Abdul Rahman', 'abdalrahman'],
    ['Abdurrahman', 'abdalrahman'],
    ['Abdel-Rahman', 'abdalrahman'],
    ['Абд ар-Рахман', 'абдулрахман'],
    ['عبد الرحمن', 'عبدالرحمن'],
    ['عبدالرحمن', 'عبدالرحمن'],
    ['Salah al-Din', 'salahaldin'],
    ['Salah ad-Din', 'salahaldin'],
    ['Salahuddin', 'salahaldin'],
    ['Selahattin', 'selahaldin'],
    ['Nasr Allah', 'nasrallah'],
    ['Nasrollah', 'nasrallah'],
    ['نصر الله', 'نصرالله'],
    ['Abou Zayd', 'abuzayd'],
    ['أبو زيد', 'ابوزيد'],
    ['ابو زيد', 'ابوزيد'],
  ])('%s is one token', (name, key) => {
    expect(keysOf(name)).toEqual([key])
  })

  it('leaves out articles and "son of", in every script', () => {
    expect(keysOf('Khalid bin Salman al-Rashid')).toEqual(['khalid', 'salman', 'rashid'])
    expect(keysOf('خالد بن سلمان الراشد')).toEqual(['خالد', 'سلمان', 'راشد'])
    expect(keysOf('Халид бин Салман ар-Рашид')).toEqual(['халид', 'салман', 'рашид'])
    expect(readName('Loujain al-Hathloul')[1]?.form).toBe('al-Hathloul')
  })

  it('reads hamza, ya and ta marbuta as writers interchange them', () => {
    expect(keysOf('أحمد زيتونة')).toEqual(keysOf('احمد زيتونه'))
    expect(keysOf('محـمـد')).toEqual(keysOf('مُحَمَّد'))
    expect(keysOf('علی کریمی')).toEqual(keysOf('علي كريمي'))
  })

  it('splits Chinese and Korean names into family and given name', () => {
    expect(keysOf('刘晓波')).toEqual(['刘', '晓波'])
    expect(keysOf('欧阳修')).toEqual(['欧阳', '修'])
    expect(keysOf('김대중')).toEqual(['김', '대중'])
    expect(keysOf('남궁민수')).toEqual(['남궁', '민수'])
    expect(keysOf('马克思')).toEqual(['马克思'])
    expect(keysOf('伊力哈木·土赫提')).toEqual(['伊力哈木', '土赫提'])
    expect(keysOf('Liu Hsiao-po')).toEqual(['liu', 'hsiaopo'])
    expect(keysOf('Kim Dae-jung')).toEqual(['kim', 'daejung'])
  })

  it('marks patronymics by their form and place', () => {
    const rolesOf = (name: string): string[] => readName(name).map(({ role }) => role)
    expect(rolesOf('Андрей Дмитриевич Сахаров')).toEqual(['plain', 'patronymic', 'plain'])
    expect(rolesOf('Сахаров Андрей Дмитриевич')).toEqual(['plain', 'plain', 'patronymic'])
    expect(rolesOf('Николай Викторович Статкевич')).toEqual(['plain', 'patronymic', 'plain'])
    expect(rolesOf('Николай Статкевич')).toEqual(['plain', 'plain'])
    expect(rolesOf('Anna Stepanovna')).toEqual(['plain', 'patronymic'])
    expect(rolesOf('Rasul Jafar oglu')).toEqual(['plain', 'patronymic'])
  })

  it('marks initials, joined or apart', () => {
    expect(readName('J.R. Smith').map(({ key, role }) => `${key} ${role}`)).toEqual([
      'j initial',
      'r initial',
      'smith plain',
    ])
    expect(readName('Ю. Орлов')[0]).toMatchObject({ key: 'ю', role: 'initial' })
    expect(readName('Yu. Orlov')[0]).toMatchObject({ key: 'yu', role: 'initial' })
  })

  it('keeps the only word of a name, whatever it is', () => {
    expect(keysOf('Bin')).toEqual(['bin'])
    expect(keysOf('Sheikh')).toEqual(['sheikh'])
    expect(keysOf('عبد')).toEqual(['عبد'])
  })

  it('reads a script without a table by its Latin letters', () => {
    expect(readName('ዳዊት')).toMatchObject([{ form: 'ዳዊት', key: 'dawit', script: 'Latn' }])
  })

  it('finds no token where there is no letter', () => {
    for (const nothing of ['', '  ', '—', '12 / 7', '???', '\u200f'])
      expect(readName(nothing)).toEqual([])
  })

  it('never fails, and never gives an empty key', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), mixed()),
        (name) => {
          for (const token of readName(name)) expect(token.key).not.toBe('')
        },
      ),
    )
  })
})

function mixed(): fc.Arbitrary<string> {
  const pieces = [
    'al-',
    'عبد',
    'ال',
    'Abdul',
    ' ',
    '-',
    ',',
    '.',
    'Щ',
    '刘',
    '김',
    'ben',
    'von',
    "'",
    'oglu',
    'ი',
  ]
  return fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((each) => each.join(''))
}
