/** What a column can hold, and where a row has its `known` from. */
export type ColumnType =
  'text' | 'integer' | 'double precision' | 'boolean' | 'date' | 'jsonb' | 'bytea'

export type KnownBy = 'stated' | 'entered' | 'corrected'
