import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, LRLanguage, syntaxHighlighting } from '@codemirror/language'
import { linter, lintKeymap } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { DiagnosticJson, VocabularyJson } from '../../contract/benchmarks.ts'
import { colouredParser, colours } from './highlighting.ts'
import '../style/language.css'

type Properties = {
  readonly label: string
  /** The text to begin with. */
  readonly first: string
  readonly vocabulary: VocabularyJson
  /** What is wrong in the text; the signal is aborted when the text has changed. */
  readonly check: (text: string, signal: AbortSignal) => Promise<readonly DiagnosticJson[]>
  readonly onChange: (text: string) => void
}

/** Where benchmarks are written: colours, completion, and the checker's sentences at their places. */
export function CodeEditor({ label, first, vocabulary, check, onChange }: Properties) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first,
        extensions: [
          LRLanguage.define({ name: 'benchmarks', parser: colouredParser }).extension,
          syntaxHighlighting(colours),
          lineNumbers(),
          history(),
          bracketMatching(),
          closeBrackets(),
          EditorView.lineWrapping,
          autocompletion({ override: [completionOf(vocabulary)], icons: false }),
          checking(check),
          keymap.of([
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...lintKeymap,
            ...defaultKeymap,
          ]),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    return () => editor.destroy()
  }, [label, first, vocabulary, check, onChange])
  return <div className="editor" ref={place} />
}

/** Asks once the hands rest; a check of a text that has changed since is dropped. */
function checking(check: Properties['check']) {
  let last = new AbortController()
  return linter(
    async (view) => {
      last.abort()
      last = new AbortController()
      const length = view.state.doc.length
      const found = await check(view.state.doc.toString(), last.signal)
      return found.map(({ from, to, severity, message }) => ({
        from: Math.min(from, length),
        to: Math.min(Math.max(to, from), length),
        severity,
        message,
      }))
    },
    { delay: 250 },
  )
}

function completionOf(vocabulary: VocabularyJson) {
  const options: Completion[] = [
    ...vocabulary.keywords.map((label) => ({ label, type: 'keyword' })),
    ...vocabulary.series.map(({ id, kind, title }) => ({
      label: id,
      type: 'variable',
      detail: `${kind}: ${title}`,
    })),
    ...named(vocabulary.states, 'state'),
    ...named(vocabulary.rules, 'rule'),
    ...named(vocabulary.acts, 'acts'),
    ...named(vocabulary.undertakings, 'undertaking'),
    ...named(vocabulary.stages, 'stage'),
    ...named(
      vocabulary.cases.map(({ key }) => key),
      'of a case',
    ),
    ...vocabulary.cases.flatMap(({ key, words }) =>
      words.map((word) => ({ label: `"${word}"`, detail: key })),
    ),
    ...vocabulary.lists.map((list) => ({ label: `"${list}"`, detail: 'list' })),
    ...vocabulary.reporters.map((reporter) => ({ label: `"${reporter}"`, detail: 'reporter' })),
  ]
  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\p{L}"][\p{L}\p{N}_/-]*/u)
    if (!word && !context.explicit) return null
    return { from: word?.from ?? context.pos, options, validFor: /^["\p{L}][\p{L}\p{N}_/-]*$/u }
  }
}

const named = (labels: readonly string[], detail: string): Completion[] =>
  labels.map((label) => ({ label, type: 'variable', detail }))
