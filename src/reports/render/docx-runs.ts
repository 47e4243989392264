/** Runs of text for Word: one run a line, with its language and direction, and notes called once. */
import { Bookmark, BuilderElement, ExternalHyperlink, FootnoteReferenceRun, TextRun } from 'docx'
import type { IRunOptions, ParagraphChild } from 'docx'
import { runDirection } from '../document.ts'
import type { Direction, NotedText, NumberedNote, TextRun as Run } from '../document.ts'
import { MONO } from './docx-styles.ts'
import { linkTarget } from './link-target.ts'

/** Which notes there are and which of them have been called so far, in one document. */
export type NoteCalls = {
  readonly notes: ReadonlyMap<string, NumberedNote>
  readonly called: Set<number>
}

/** What surrounds a run, where the run does not say otherwise. */
export type Surroundings = { readonly direction: Direction; readonly language: string }

export function docxRuns(
  text: NotedText,
  around: Surroundings,
  calls: NoteCalls,
): ParagraphChild[] {
  return text.flatMap((run) => {
    if (typeof run === 'string') return textRuns({ text: run }, around)
    if ('text' in run) return linkedRuns(run, around)
    const note = calls.notes.get(run.note)
    if (!note) throw new RangeError(`There is no note "${run.note}".`)
    return noteCall(note.number, calls)
  })
}

/** The run in bold. */
export function strongly(run: string | Run): Run {
  return typeof run === 'string' ? { text: run, strong: true } : { ...run, strong: true }
}

function linkedRuns(run: Run, around: Surroundings): ParagraphChild[] {
  const target = linkTarget(run.link)
  if (target === undefined) return textRuns(run, around)
  const children = textRuns(run, around, { style: 'Hyperlink' })
  return [new ExternalHyperlink({ link: target, children })]
}

function textRuns(run: Run, around: Surroundings, more: IRunOptions = {}): TextRun[] {
  const direction = runDirection(run) ?? around.direction
  const language = run.language ?? around.language
  const options: IRunOptions = {
    ...more,
    rightToLeft: direction === 'rtl',
    language: direction === 'rtl' ? { bidirectional: language } : { value: language },
    ...(run.strong && { bold: true, boldComplexScript: true }),
    ...(run.emphasis && { italics: true, italicsComplexScript: true }),
    ...(run.strike && { strike: true }),
    ...(run.mono && { font: MONO }),
  }
  const mark = direction === around.direction ? '' : MARKS[direction]
  return run.text.split('\n').map((line, index) => {
    const text = `${mark}${line}${mark}`
    return new TextRun({ ...options, text, ...(index > 0 && { break: 1 }) })
  })
}

/**
 * The Unicode marks of direction, without width. Word keeps a run that goes against its paragraph
 * together by itself; LibreOffice turns a day's parts round (1988-04-01 to 01-04-1988) without them.
 */
const MARKS: Readonly<Record<Direction, string>> = { ltr: '\u200e', rtl: '\u200f' }

// Word has a footnote called from one place. A second call is a reference to the mark of the first,
// as Word's own cross-reference writes it, so that it is renumbered with it.
function noteCall(number: number, { called }: NoteCalls): ParagraphChild[] {
  const bookmark = `note_${number}`
  if (!called.has(number)) {
    called.add(number)
    return [new Bookmark({ id: bookmark, children: [new FootnoteReferenceRun(number)] })]
  }
  const style = 'FootnoteReference'
  return [
    new TextRun({ style, children: [fieldSign('begin')] }),
    new TextRun({ style, children: [fieldInstruction(` NOTEREF ${bookmark} \\f \\h `)] }),
    new TextRun({ style, children: [fieldSign('separate')] }),
    new TextRun({ style, text: String(number) }),
    new TextRun({ style, children: [fieldSign('end')] }),
  ]
}

function fieldSign(type: 'begin' | 'separate' | 'end'): BuilderElement {
  const attributes = { type: { key: 'w:fldCharType', value: type } }
  return new BuilderElement({ name: 'w:fldChar', attributes })
}

function fieldInstruction(instruction: string): BuilderElement {
  const attributes = { space: { key: 'xml:space', value: 'preserve' } }
  const element = new BuilderElement({ name: 'w:instrText', attributes })
  return element.addChildElement(instruction) as BuilderElement // it returns itself
}
