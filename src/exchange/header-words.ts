/** Names of columns in lists of prisoners and of those who may not leave, and what each is. */
import type { MappedField } from './mapped-field.ts'

/** As `plainHeader` writes them; by field, in the languages that lists come in. */
const NAMES: Readonly<Partial<Record<MappedField, string>>> = {
  name: 'name|full name|main name|person|prisoner|prisoner name|name of prisoner|detainee|names|name of detainee|applicant|case name|last name first name|surname and name|surname name|surname name patronymic|фио|ф и о|имя|имя и фамилия|фамилия имя отчество|фамилия имя|фамилия и имя|піб|прізвище імя по батькові|прозвішча імя|nom complet|nom et prénom|nombre|nombre completo|nombre y apellidos|name vorname|姓名|名字|الاسم|الاسم الكامل|نام|نام و نام خانوادگی|ism|familiya ism',
  'family-name':
    'family name|surname|last name|lastname|second name|фамилия|прізвище|прозвішча|nom|nom de famille|apellido|apellidos|nachname|familienname|姓|نام خانوادگی|اسم العائلة|اللقب',
  'given-name':
    'given name|given names|first name|firstname|forename|forenames|имя собственное|імя|імʼя|prénom|prénoms|vorname|名',
  patronymic:
    'patronymic|middle name|father name|fathers name|name of father|отчество|по батькові|імя па бацьку|імя бацькі|nombre del padre|vatersname|اسم الأب|نام پدر',
  alias:
    'alias|aliases|aka|a k a|also known as|other name|other names|pen name|nickname|псевдоним|другие имена|alias names|别名|کنیه',
  'religious-name':
    'religious name|dharma name|church name|monastic name|name in religion|法名|法号|монашеское имя',
  'original-name':
    'original name|name in original script|native name|name original|chinese name|chinese characters|name in chinese|name in chinese characters|name in russian|name in cyrillic|name in arabic|name in persian|name in uyghur|tibetan name|uyghur name|汉字|имя на русском|name ru|name ar|name zh|name fa|name ug|name native',
  birth:
    'birth|born|date of birth|birth date|birthdate|dob|d o b|year of birth|birth year|yob|birthday|дата рождения|год рождения|г р|рождение|дата народження|рік народження|дата нараджэння|год нараджэння|date de naissance|né le|naissance|fecha de nacimiento|nacimiento|geburtsdatum|geboren|出生日期|出生|تاريخ الميلاد|تاریخ تولد',
  age: 'age|current age|возраст|вік|узрост|âge|edad|alter|年龄|العمر|سن',
  'age-at-detention':
    'age at detention|age at arrest|age when detained|age when arrested|age detained|возраст при аресте|возраст на момент ареста',
  sex: 'sex|gender|m f|пол|стать|пол м ж|sexe|sexo|geschlecht|性别|الجنس|جنسیت',
  nationality:
    'nationality|citizenship|ethnicity|ethnic group|ethnic|гражданство|национальность|громадянство|nationalité|nacionalidad|staatsangehörigkeit|民族|国籍|الجنسية|ملیت',
  place:
    'place|residence|place of residence|home|address|city|town|hometown|place of birth|birthplace|location|village|город|место жительства|адрес|место рождения|місце проживання|lieu|lieu de résidence|lieu de naissance|lugar|ciudad|ort|wohnort|居住地|籍贯|المكان|محل سکونت',
  occupation:
    'occupation|profession|job|employment|occupation or profession|work|профессия|род занятий|должность|професія|прафесія|métier|profesión|ocupación|beruf|职业|المهنة|شغل',
  category:
    'category|case category|type|case type|type of case|group|категория|категорія|catégorie|categoría|kategorie|类别',
  ground:
    'ground|grounds|issue|issue category|issue categories|reason|basis|legal basis|why|cause|ppd issue|основание|причина|підстава|motif|motivo|grund|案由|السبب',
  charge:
    'charge|charges|charge articles|article|articles|articles of the criminal code|criminal code|article of criminal code|criminal code articles|charge statute|law|offence|offense|statute|accusation|conviction articles|статья|статьи|статья ук|статьи ук|обвинение|стаття|артыкул|chef d accusation|chefs d accusation|cargos|delito|anklage|paragraph|罪名|التهمة|اتهام',
  region:
    'region|province|republic|oblast|state|prefecture|district|area|province where imprisoned|province where detained|регион|область|республика|край|область республика|регіон|вобласць|région|región|provincia|gebiet|省|省份|المنطقة|استان',
  authority:
    'authority|responsible authority|court|sentencing court|trial court|court name|agency|detained by|prosecutor|суд|орган|ведомство|инстанция|tribunal|autorité|autoridad|gericht|behörde|法院|المحكمة|دادگاه',
  'held-at':
    'prison|current prison|place of detention|place of imprisonment|detention facility|facility|camp|where held|held at|current location|prison name|место заключения|место лишения свободы|колония|лагерь|сизо|ик|місце утримання|месца зняволення|lieu de détention|prisión|centro de detención|haftort|监狱|关押地点|السجن|زندان',
  detained:
    'detained|date of detention|detention date|date detained|detained on|day of detention|date of imprisonment|imprisoned|задержан|дата задержания|задержание|дата затримання|дата затрымання|date de détention|fecha de detención|inhaftiert|datum der verhaftung|拘留日期|被捕日期|تاریخ بازداشت|تاريخ الاعتقال',
  arrested:
    'arrested|date of arrest|arrest date|date arrested|arrested on|formal arrest|date of formal arrest|formal arrest date|арестован|дата ареста|арест|date d arrestation|arrêté le|fecha de arresto|verhaftet|逮捕日期|تاریخ دستگیری',
  charged:
    'charged|date of charge|date charged|indicted|date of indictment|дата предъявления обвинения',
  tried:
    'tried|date of trial|trial date|trial|date tried|дата суда|суд дата|procès|fecha del juicio|审判日期|تاریخ محاکمه',
  sentenced:
    'sentenced|date of sentence|sentence date|date sentenced|convicted|date of conviction|date of verdict|verdict date|дата приговора|осужден|дата вироку|дата прысуду|date du jugement|fecha de sentencia|urteil am|判决日期|تاریخ حکم',
  released:
    'released|date of release|release date|date released|released on|end of sentence|end of term|sentence ends|expected release|освобожден|дата освобождения|конец срока|дата звільнення|дата вызвалення|date de libération|libéré le|fecha de liberación|entlassen|释放日期|تاريخ الإفراج|تاریخ آزادی',
  refused:
    'refused|date of refusal|refusal date|first refusal|first refused|date refused|date of first refusal|отказ|дата отказа',
  permitted:
    'permitted|date of permission|permission date|permission granted|exit permission|разрешение|дата разрешения',
  departed: 'departed|date of departure|departure date|date departed|left|выехал|дата выезда',
  arrived: 'arrived|date of arrival|arrival date|прибыл|дата прибытия',
  died: 'died|date of death|death date|date died|deceased|умер|дата смерти|décédé|fallecido|gestorben|死亡日期',
  sentence:
    'sentence|sentence length|length of sentence|term|prison term|sentence term|term of imprisonment|years|срок|приговор|срок заключения|термін|вирок|тэрмін|peine|condamnation|condena|pena|strafe|strafmaß|刑期|الحكم|حکم|مدت حبس',
  'sentence-years':
    'sentence years|sentence length years|sentence length in years|years of sentence|sentence y',
  'sentence-months':
    'sentence months|sentence length months|sentence length in months|months of sentence|sentence m',
  'sentence-weeks': 'sentence weeks|sentence length weeks|sentence w',
  'sentence-days': 'sentence days|sentence length days|sentence d',
  'name-kind': 'name kind|kind of name|name type',
  script: 'script',
  status:
    'status|current status|detention status|case status|situation|legal process|статус|состояние|нынешнее положение|statut|estado|situación|status der haft|状态|الحالة|وضعیت',
  source:
    'source|sources|reference|references|источник|джерело|крыніца|fuente|quelle|来源|المصدر|منبع',
  'source-place': 'page|pages|locator|source page|url|link|страница|ссылка',
  note: 'note|notes|narrative|summary|short summary|story|remarks|remark|comment|comments|details|case summary|description|additional information|information|примечание|примечания|описание|комментарий|история|дополнительная информация|примітки|заўвагі|observations|remarques|observaciones|notas|bemerkung|bemerkungen|anmerkungen|简介|备注|ملاحظات|توضیحات',
  'their-id':
    'id|no|nr|number|record number|record no|record id|case number|case no|case id|person id|prisoner id|reference number|ref|ref no|ppd record|ppd record number|file number|№|№ п п|n п п|номер|п п|numéro|número|nummer|lfd nr|编号|序号|رقم',
}

const FIELDS: ReadonlyMap<string, MappedField> = new Map(
  Object.entries(NAMES).flatMap(([field, names]) =>
    // The key is one of the type's: the literal above holds no others.
    names.split('|').map((name) => [plainHeader(name), field as MappedField] as const),
  ),
)

/** Small letters, signs as blanks, one blank between words. */
export function plainHeader(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ]s?(?=\s|$)/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}№]+/gu, ' ')
    .trim()
}

/** The field that a column of this name is; `whole` false where only part of the name tells it. */
export function fieldOfHeader(
  header: string,
): { readonly field: MappedField; readonly whole: boolean } | undefined {
  const plain = plainHeader(header)
  const exact = FIELDS.get(plain)
  if (exact) return { field: exact, whole: true }
  // `Date of arrest (dd.mm.yyyy)`, `Sex / Пол`: what stands before or after a sign.
  const parts = header
    .split(/[([{/|\n,;:–—-]+/u)
    .map((part) => FIELDS.get(plainHeader(part)))
    .filter((field) => field !== undefined)
  const [field] = parts
  return field === undefined ? undefined : { field, whole: false }
}
