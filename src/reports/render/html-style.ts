/** How a report looks as a page: the colours of the screen, black on white when printed. */
export const HTML_STYLE = `
:root { --paper: #fbfaf7; --ink: #1d1b16; --soft: #6d685d; --line: #ddd8cc; --accent: #7a1f2b; }
html { background: var(--paper); color: var(--ink); }
body {
  max-width: 46rem; margin: 3rem auto; padding: 0 1.5rem;
  font: 400 0.95rem/1.5 'IBM Plex Sans', 'IBM Plex Sans Arabic', 'Noto Sans', system-ui, sans-serif;
}
h1, h2, h3, h4 {
  font-family: 'IBM Plex Serif', 'IBM Plex Sans Arabic', Georgia, serif; font-weight: 600;
  line-height: 1.25; break-after: avoid;
}
h1 { font-size: 2rem; margin-bottom: 0.25rem; }
h2 { font-size: 1.35rem; margin-top: 2.25rem; }
h3 { font-size: 1.1rem; margin-top: 1.75rem; }
h4 { font-size: 1rem; }
.subtitle { font: italic 400 1.1rem 'IBM Plex Serif', Georgia, serif; color: var(--soft); margin-top: 0; }
.particulars { border-block: 1px solid var(--line); padding-block: 0.5rem; }
.particulars div { display: grid; grid-template-columns: 10rem 1fr; }
.particulars dt { color: var(--soft); font-weight: 400; }
dt { font-weight: 600; }
dd { margin-inline-start: 1.25rem; }
.particulars dd { margin: 0; }
code, pre { font-family: 'IBM Plex Mono', 'Noto Sans Mono', ui-monospace, monospace; font-size: 0.92em; }
pre {
  white-space: pre-wrap; overflow-wrap: anywhere; border-left: 2px solid var(--line);
  padding-left: 0.75rem;
}
p, td, dd, code { white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: var(--accent); }
sup { line-height: 0; }
table {
  width: 100%; table-layout: fixed; border-collapse: collapse; margin-block: 1.25rem;
  font-size: 0.9em; font-variant-numeric: tabular-nums;
}
caption { text-align: start; color: var(--soft); padding-bottom: 0.4rem; }
th, td { text-align: start; vertical-align: top; padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--line); }
thead { display: table-header-group; }
thead th { color: var(--soft); font-weight: 400; border-bottom: 1.5px solid var(--ink); }
tr { break-inside: avoid; }
tr.group th { padding-top: 0.9rem; font-weight: 600; break-after: avoid; }
th.end, td.end { text-align: end; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figure img { max-width: 100%; height: auto; }
figcaption { color: var(--soft); font-size: 0.9em; }
hr { border: 0; border-top: 1px solid var(--line); margin-block: 1.5rem; }
.notes { font-size: 0.85em; border-top: 1px solid var(--line); margin-top: 3rem; }
.page-break { break-after: page; }
@page { size: A4; margin: 22mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  .back { display: none; }
}
`
