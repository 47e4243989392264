/**
 * The benchmark language, in one grammar for the evaluator, the editor's colours and its completion
 * (rules R53–R61). Built when the program starts, so that nothing generated is kept.
 *
 * Keywords are words only where the grammar expects them, so that a series may be called `level`.
 * Operators need spaces around them, because ids may hold hyphens and slashes; `parse-benchmarks.ts`
 * refuses the rest.
 */
import { buildParser } from '@lezer/generator'
import type { LRParser } from '@lezer/lr'

export const GRAMMAR = `
@top File { Benchmark* }

Benchmark { kw<"benchmark"> Name String Kind "{" (Clause ";")* "}" }
Name { Identifier }
Kind { kw<"structural"> | kw<"process"> | kw<"outcome"> }

Clause {
  SetClause { kw<"set"> date kw<"by"> String } |
  RequireClause { kw<"require"> test } |
  HurdleClause { kw<"hurdle"> test } |
  ScaleClause { kw<"scale"> term } |
  ListClause { kw<"list"> Name "=" String kw<"frozen"> date } |
  PeersClause { kw<"peers"> Name "=" String } |
  HoldClause { kw<"hold"> Duration (kw<"across"> Number kw<"reviews">)? } |
  DueClause { kw<"due"> date (kw<"grace"> Duration)? } |
  LapseClause { kw<"lapse"> kw<"when"> test } |
  WaiverClause { kw<"waiver"> kw<"by"> String kw<"until"> (date | Duration) (kw<"max"> Number)? } |
  EvidenceClause { kw<"evidence"> Number kw<"independent"> (kw<"of"> Set)? } |
  ReadingClause { kw<"reading"> (kw<"all"> | kw<"lowest"> | kw<"highest"> | kw<"median"> | kw<"source"> String) } |
  OnClause { kw<"on"> Name kw<"do"> String } |
  NoteClause { kw<"note"> String }
}

test { Or | and }
Or { and (kw<"or"> and)+ }
and { And | single }
And { single (kw<"and"> single)+ }
single { Not | basic }
Not { kw<"not"> basic }
basic { Compare | Resolved | Off | RuleStage | Kept | Judged | Ratchet | AtLeast | ParenTest }
ParenTest { "(" test ")" }

Compare { term Comparison term }
Resolved { (kw<"resolved"> | kw<"families">) "(" Name By? ")" Comparison (kw<"all"> | Percent) }
By { kw<"by"> kw<"all">? Set }
Off { kw<"off"> "(" Name ")" kw<"for"> Duration }
RuleStage { kw<"rule"> "(" Name ")" Comparison Name }
Kept { kw<"kept"> "(" Name ")" }
Judged { kw<"judged"> "(" String ")" Comparison Number kw<"by"> Number kw<"coders"> kw<"alpha"> Comparison Number }
Ratchet { kw<"never"> kw<"below"> kw<"best"> kw<"less"> (Number | Percent) kw<"since"> date }
AtLeast { kw<"at"> kw<"least"> Number kw<"of"> "{" test ("," test)* "}" }

term { Sum | product }
Sum { product (SumSign product)+ }
product { Product | factor }
Product { factor (ProductSign factor)+ }
factor { Quantity | Measure | ParenTerm }
ParenTerm { "(" term ")" }
Quantity { (Number | Percent) (kw<"per"> (kw<"year"> | kw<"quarter"> | kw<"month">))? }
Percent { Number "%" }

Measure { Function "(" argument ("," argument)* ")" Window? }
Function {
  kw<"count"> | kw<"total"> | kw<"rate"> | kw<"level"> | kw<"latest"> | kw<"stock"> | kw<"net"> |
  kw<"share"> | kw<"mean"> | kw<"median"> | kw<"lowest"> | kw<"highest"> | kw<"best"> | kw<"estimate">
}
argument { Measure | Subject }
Subject { Name (kw<"where"> Condition (kw<"and"> Condition)*)? }
Condition { Name "=" String }
Window {
  Last { kw<"over"> kw<"last"> Duration } |
  In { kw<"in"> date } |
  Since { kw<"since"> date } |
  AtDay { kw<"at"> date } |
  Within { kw<"within"> Duration }
}

Set { "{" Name ("," Name)* "}" }
Duration { Number (kw<"days"> | kw<"day"> | kw<"months"> | kw<"month"> | kw<"years"> | kw<"year">) }
date { Date | Number }
Comparison { ">=" | "<=" | ">" | "<" | "=" | "!=" | "≥" | "≤" | "≠" }

kw<word> { @extend[@name={word}]<Identifier, word> }

@skip { space | Comment }

@tokens {
  space { $[ \\t\\r\\n\\u00a0\\ufeff]+ }
  Comment { "#" ![\\n]* }
  letter { @asciiLetter | $[\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3040-\\ud7ff\\uf900-\\ufdff\\u{10000}-\\u{3ffff}] }
  Identifier { letter (letter | @digit | "-" | "/" | "_")* }
  Number { "-"? @digit+ ("." @digit+)? }
  year { @digit @digit @digit @digit }
  two { @digit @digit }
  rest { "-" two ("-" two)? }
  point { year rest? $[~?]? }
  Date { year rest $[~?]? | year $[~?] | point "/" point }
  String { '"' (!["\\\\\\n] | "\\\\" !["\\n] | '\\\\"')* '"' }
  SumSign { "+" | "-" | "−" }
  ProductSign { "*" | "/" | "×" | "÷" }
  @precedence { Date, Number, SumSign }
  "{" "}" "(" ")" ";" "," "="
}
`

/** The parser of the language. Pure: the same text gives the same tree. */
export const parser: LRParser = buildParser(GRAMMAR)
