/** The colours of the benchmark language, from the one grammar that also evaluates it. */
import { highlightCode, styleTags, tagHighlighter, tags } from '@lezer/highlight'
import { parser } from '../../domain/goals/language/grammar.ts'

/** Words of the grammar are nodes named by themselves; all other nodes begin with a capital. */
const KEYWORDS = parser.nodeSet.types
  .map(({ name }) => name)
  .filter((name) => /^[a-z]+$/.test(name))

export const colouredParser = parser.configure({
  props: [
    styleTags({
      [KEYWORDS.join(' ')]: tags.keyword,
      [KEYWORDS.map((word) => `Function/${word}`).join(' ')]: tags.function(tags.name),
      [KEYWORDS.map((word) => `Duration/${word}`).join(' ')]: tags.unit,
      'Resolved/resolved Resolved/families Off/off RuleStage/rule Kept/kept Judged/judged':
        tags.function(tags.name),
      'Subject/Name/... Off/Name/... RuleStage/Name/... Kept/Name/... Resolved/Name/...':
        tags.variableName,
      'Benchmark/Name/...': tags.definition(tags.name),
      String: tags.string,
      'Number Percent Date': tags.number,
      Comment: tags.comment,
      'Comparison SumSign ProductSign': tags.operator,
    }),
  ],
})

/** The classes that `language.css` colours, on pages and in the editor alike. */
export const colours = tagHighlighter([
  { tag: tags.keyword, class: 'bl-keyword' },
  { tag: tags.function(tags.name), class: 'bl-function' },
  { tag: tags.variableName, class: 'bl-subject' },
  { tag: tags.definition(tags.name), class: 'bl-name' },
  { tag: tags.string, class: 'bl-string' },
  { tag: tags.comment, class: 'bl-comment' },
])

export type Piece = { readonly from: number; readonly text: string; readonly classes: string }

/** The text in pieces of one colour each, with their places. */
export function colouredPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  const put = (piece: string, classes: string) => {
    pieces.push({ from, text: piece, classes })
    from += piece.length
  }
  highlightCode(
    text,
    colouredParser.parse(text),
    colours,
    (piece, classes) => put(piece, classes),
    () => put('\n', ''),
  )
  return pieces
}
