/** A Chinese or Korean name without spaces, as family and given name. */
import type { ScriptCode } from './name-token.ts'
import type { NameWord } from './name-word.ts'

const CHINESE_COMPOUND =
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐 慕容 司徒 夏侯 端木 轩辕 軒轅 宇文 长孙 長孫 钟离 鍾離 司空 西门 西門 南宫 南宮'.split(
    ' ',
  )
const CHINESE =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖蕭萧田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱江尹薛闫閻阎侯雷龙龍段郝孔邵史毛常万萬顾顧赖賴武康贺賀严嚴施陶牛樊葛洪翟颜顏倪温溫季俞章鲁魯莫习習胡艾庄莊符耿聂聶焦岳齐齊关關包桂左祝甘包'
/** Characters that write foreign names and hardly ever stand in Chinese given names. */
const CHINESE_FOREIGN = '斯尔爾姆茨奥奧迪蒂鲁魯弗瑟伦倫佩奇巴布拉特基克戈乌烏蒙索托瓦耶扎萨薩哈尼'
const KOREAN_COMPOUND = '남궁 황보 제갈 사공 선우 서문 독고 동방'.split(' ')
const KOREAN =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노로하곽성차주우구민진나라지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용'
/** Syllables that write foreign names and hardly ever stand in Korean given names. */
const KOREAN_FOREIGN = '스트르크프드브그츠즈리카타토티니네메베레라루로바비부보파피페'

/** The words of one run of syllables; `key` has been folded. */
export function splitSyllabicName(key: string, script: ScriptCode): readonly NameWord[] {
  if (key === '') return []
  const letters = [...key]
  const chinese = script === 'Hani'
  const family = familyLength(letters, chinese)
  const parts =
    family === 0 ? [key] : [letters.slice(0, family).join(''), letters.slice(family).join('')]
  return parts.map((part, place) => ({
    form: part,
    key: part,
    script,
    after: place === 0 ? 'start' : 'space',
    isInitial: false,
    isPatronymic: false,
  }))
}

function familyLength(letters: readonly string[], chinese: boolean): number {
  const [compound, single, foreign] = chinese
    ? [CHINESE_COMPOUND, CHINESE, CHINESE_FOREIGN]
    : [KOREAN_COMPOUND, KOREAN, KOREAN_FOREIGN]
  const startsCompound = compound.includes(letters.slice(0, 2).join(''))
  if (startsCompound && letters.length >= 3 && letters.length <= 4) return 2
  if (letters.length < 2 || letters.length > 3 || !single.includes(letters[0] ?? '')) return 0
  return letters.slice(1).some((letter) => foreign.includes(letter)) ? 0 : 1
}
