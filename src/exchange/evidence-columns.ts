/** The columns of the tables under `evidence/`, in the order in which they are written (rules R123). */
export const EVIDENCE_TABLES = [
  'sources',
  'series',
  'figures',
  'events',
  'undertakings',
  'outcomes',
  'judgements',
] as const
export type EvidenceTable = (typeof EVIDENCE_TABLES)[number]

export type Columns = {
  /** All known ones. */
  readonly all: readonly string[]
  /** Without these no row can be read; they are written even where they are empty throughout. */
  readonly required: readonly string[]
}

export const EVIDENCE_COLUMNS: Readonly<Record<EvidenceTable, Columns>> = {
  sources: {
    all: columns('id,title,kind,published,url,reliability,protected,origin,withdrawn'),
    required: ['id'],
  },
  series: {
    all: columns('id,title,kind,unit,definition,withdrawn'),
    required: ['id', 'kind'],
  },
  figures: {
    all: columns(
      'series,reporter,country,from,to,value,low,high,published,source,at,note,known,withdrawn',
    ),
    required: ['series', 'reporter', 'from', 'to', 'source'],
  },
  events: {
    all: columns(
      'id,date,kind,subject,stage,basis,verification,claimedBy,detail,known,source,at,withdrawn',
    ),
    required: ['id', 'date', 'kind', 'source'],
  },
  undertakings: {
    all: columns('id,date,by,to,channel,text,due,goal,known,source,at,withdrawn'),
    required: ['id', 'date', 'text', 'source'],
  },
  outcomes: {
    all: columns('undertaking,date,outcome,known,source,at,withdrawn'),
    required: ['undertaking', 'date', 'outcome', 'source'],
  },
  judgements: {
    all: columns('question,unit,coder,date,score,known,note,withdrawn'),
    required: ['question', 'unit', 'coder', 'date', 'score'],
  },
}

export function evidenceFile(table: EvidenceTable): string {
  return `evidence/${table}.csv`
}

function columns(names: string): readonly string[] {
  return names.split(',')
}
