/** How a scorecard is made, for the reader who was not there. An edition freezes it as it then stood. */
export const METHOD = [
  'Each goal has benchmarks that were fixed beforehand, in words that a machine evaluates. A goal stands where its benchmarks stand, judged against the fixed standard and not against last year.',
  'Three clocks are kept apart. “As of” is the day on which something held; “as known on” is the day by which it could be known; when it was written down is recorded beside both. Nothing that became known after the second day is used here. A correction is a new entry; the earlier one stays on record.',
  'Figures are used as they were published, by one reporter at a time, and reporters are never added up. Where figures overlap or stop, what they allow is an interval: a benchmark is met where its test holds on all of it, not met where it fails on all of it, and cannot be told otherwise.',
  'What the counterpart says of itself is a claim. A claim is shown and compared; it can count against its author, and it never closes a benchmark.',
  'A gesture is an improvement that has not held, that was made by favour and not by rule, or that new detentions outweigh. It is named, and it earns no credit: the standing beside it is what the rules say without it.',
  'Silence is not zero. Where no report covers a time, no act in it is taken to be absent, and what is not known is said to be unknown, with what would tell.',
].join('\n\n')
