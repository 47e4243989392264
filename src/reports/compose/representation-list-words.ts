/**
 * The words printed on a list that is handed over, in the languages of those who receive it. Numbers
 * stand in Western digits everywhere, so that an entry can be named over the telephone.
 */
import type { CaseCategory } from '../../domain/cases/case.ts'

export const PAPER_LANGUAGES = ['en', 'ru', 'fr', 'de', 'ar', 'zh'] as const
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number]

export type PaperWords = {
  /** ISO 15924: the script of the recipient's own files. */
  readonly script: string
  readonly list: string
  readonly draft: string
  readonly version: string
  readonly date: string
  readonly handedTo: string
  readonly handedBy: string
  readonly counted: (families: number, persons: number) => string
  readonly number: string
  readonly name: string
  readonly latin: string
  readonly born: string
  readonly category: string
  readonly region: string
  readonly entries: string
  readonly noRegion: string
  readonly page: string
  readonly notes: string
  readonly about: string
  readonly categories: Readonly<Record<CaseCategory, string>>
}

export const PAPER_WORDS: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: {
    script: 'Latn',
    list: 'Representation list',
    draft: 'DRAFT: not for handing over',
    version: 'Version',
    date: 'Date',
    handedTo: 'Handed to',
    handedBy: 'Handed over by',
    counted: (families, persons) =>
      `${families} family ${families === 1 ? 'unit' : 'units'}, ${persons} ${persons === 1 ? 'person' : 'persons'}`,
    number: 'No.',
    name: 'Name',
    latin: 'In Latin letters',
    born: 'Born',
    category: 'Category',
    region: 'Region',
    entries: 'Entries',
    noRegion: 'not stated',
    page: 'Page {page} of {pages}',
    notes: 'Notes',
    about: 'About',
    categories: {
      prisoner: 'Prisoners',
      exile: 'Persons in exile',
      psychiatric: 'Persons confined in psychiatric institutions',
      'divided-spouse': 'Divided spouses',
      'dual-national': 'Dual nationals',
      'divided-family': 'Divided families',
      'refused-exit': 'Persons refused permission to leave',
    },
  },
  ru: {
    script: 'Cyrl',
    list: 'Представительский список',
    draft: 'ПРОЕКТ: не для передачи',
    version: 'Редакция',
    date: 'Дата',
    handedTo: 'Кому передан',
    handedBy: 'Кем передан',
    counted: (families, persons) => `Семей: ${families}; лиц: ${persons}`,
    number: '№',
    name: 'Имя',
    latin: 'Латинскими буквами',
    born: 'Дата рождения',
    category: 'Категория',
    region: 'Регион',
    entries: 'Список лиц',
    noRegion: 'не указан',
    page: 'Страница {page} из {pages}',
    notes: 'Примечания',
    about: 'О документе',
    categories: {
      prisoner: 'Заключённые',
      exile: 'Лица, находящиеся в ссылке',
      psychiatric: 'Лица, помещённые в психиатрические учреждения',
      'divided-spouse': 'Разлучённые супруги',
      'dual-national': 'Лица с двойным гражданством',
      'divided-family': 'Разделённые семьи',
      'refused-exit': 'Лица, которым отказано в выезде',
    },
  },
  fr: {
    script: 'Latn',
    list: 'Liste de représentation',
    draft: 'PROJET : ne pas remettre',
    version: 'Version',
    date: 'Date',
    handedTo: 'Remise à',
    handedBy: 'Remise par',
    counted: (families, persons) => `Familles : ${families} ; personnes : ${persons}`,
    number: 'N°',
    name: 'Nom',
    latin: 'En caractères latins',
    born: 'Date de naissance',
    category: 'Catégorie',
    region: 'Région',
    entries: 'Personnes',
    noRegion: 'non indiquée',
    page: 'Page {page} sur {pages}',
    notes: 'Notes',
    about: 'À propos',
    categories: {
      prisoner: 'Prisonniers',
      exile: 'Personnes en exil intérieur',
      psychiatric: 'Personnes internées en institution psychiatrique',
      'divided-spouse': 'Conjoints séparés',
      'dual-national': 'Binationaux',
      'divided-family': 'Familles séparées',
      'refused-exit': 'Personnes à qui la sortie est refusée',
    },
  },
  de: {
    script: 'Latn',
    list: 'Liste der vorgetragenen Fälle',
    draft: 'ENTWURF: nicht zur Übergabe',
    version: 'Fassung',
    date: 'Datum',
    handedTo: 'Übergeben an',
    handedBy: 'Übergeben von',
    counted: (families, persons) => `Familien: ${families}; Personen: ${persons}`,
    number: 'Nr.',
    name: 'Name',
    latin: 'In lateinischen Buchstaben',
    born: 'Geboren',
    category: 'Kategorie',
    region: 'Region',
    entries: 'Einträge',
    noRegion: 'nicht angegeben',
    page: 'Seite {page} von {pages}',
    notes: 'Anmerkungen',
    about: 'Zu diesem Dokument',
    categories: {
      prisoner: 'Gefangene',
      exile: 'Verbannte',
      psychiatric: 'In psychiatrischen Anstalten Festgehaltene',
      'divided-spouse': 'Getrennte Ehegatten',
      'dual-national': 'Personen mit doppelter Staatsangehörigkeit',
      'divided-family': 'Getrennte Familien',
      'refused-exit': 'Personen, denen die Ausreise verweigert wird',
    },
  },
  ar: {
    script: 'Arab',
    list: 'قائمة الحالات المعروضة',
    draft: 'مسودة: ليست للتسليم',
    version: 'الصيغة',
    date: 'التاريخ',
    handedTo: 'سُلِّمت إلى',
    handedBy: 'سلَّمها',
    counted: (families, persons) => `عدد الأسر: ${families}؛ عدد الأشخاص: ${persons}`,
    number: 'الرقم',
    name: 'الاسم',
    latin: 'بالحروف اللاتينية',
    born: 'تاريخ الميلاد',
    category: 'الفئة',
    region: 'المنطقة',
    entries: 'الأشخاص',
    noRegion: 'غير محددة',
    page: 'الصفحة {page} من {pages}',
    notes: 'ملاحظات',
    about: 'حول هذا المستند',
    categories: {
      prisoner: 'سجناء',
      exile: 'منفيون',
      psychiatric: 'محتجزون في مؤسسات نفسية',
      'divided-spouse': 'أزواج مفرَّقون',
      'dual-national': 'مزدوجو الجنسية',
      'divided-family': 'أسر مفرَّقة',
      'refused-exit': 'أشخاص مُنعوا من المغادرة',
    },
  },
  zh: {
    script: 'Hani',
    list: '关切案例名单',
    draft: '草稿：不得递交',
    version: '版本',
    date: '日期',
    handedTo: '递交对象',
    handedBy: '递交人',
    counted: (families, persons) => `家庭：${families}；人数：${persons}`,
    number: '编号',
    name: '姓名',
    latin: '拉丁字母',
    born: '出生日期',
    category: '类别',
    region: '地区',
    entries: '名单',
    noRegion: '未注明',
    page: '第 {page} 页，共 {pages} 页',
    notes: '注释',
    about: '说明',
    categories: {
      prisoner: '在押人员',
      exile: '流放人员',
      psychiatric: '被关押于精神病院者',
      'divided-spouse': '分离的配偶',
      'dual-national': '双重国籍者',
      'divided-family': '分离的家庭',
      'refused-exit': '被拒绝出境者',
    },
  },
}

/** A category in the language of the paper; one of the programme's own as it is written. */
export function categoryOnPaper(category: string, { categories }: PaperWords): string {
  const words: Readonly<Record<string, string>> = categories
  return words[category] ?? category
}
