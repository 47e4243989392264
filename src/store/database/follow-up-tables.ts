/** The tables of what is to be done and of what was attached, as Kysely sees them, with their columns. */

export type FollowUpTables = {
  follow_up: {
    id: string
    /** `response`, `case`, `list`, `engagement`, `undertaking`, `person` or `other`. */
    about_kind: string
    about_ref: string
    owner: string
    due: string | null
    made_on: string
    made_by: string
    done_on: string | null
    done_by: string | null
    /** The subject it is about; else `engagement:ID` or `follow-up:ID`. */
    key_id: string
    /** Text, note. */
    sealed: string | null
  }
  attachment: {
    id: string
    engagement_id: string
    media_type: string
    /** Of the file as it was attached. */
    sha256: string
    length: number
    /** `engagement:ID`. */
    key_id: string
    /** The name of the file. */
    sealed: string | null
    sealed_bytes: Uint8Array
  }
}

/** The type of each column; `columns.ts` holds them to the tables. */
export const FOLLOW_UP_COLUMNS = {
  follow_up: {
    id: 'text',
    about_kind: 'text',
    about_ref: 'text',
    owner: 'text',
    due: 'date',
    made_on: 'date',
    made_by: 'text',
    done_on: 'date',
    done_by: 'text',
    key_id: 'text',
    sealed: 'text',
  },
  attachment: {
    id: 'text',
    engagement_id: 'text',
    media_type: 'text',
    sha256: 'text',
    length: 'integer',
    key_id: 'text',
    sealed: 'text',
    sealed_bytes: 'bytea',
  },
} as const
