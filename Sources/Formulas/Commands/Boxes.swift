/// Frames, strokes, and rows that are moved.
let boxCommands = CommandGroup(
  "Boxes and strokes",
  examples: [
    ("boxed", .construct(.boxed), "\\boxed{E = mc^2}"),
    ("fbox", .macro("\\boxed{\\text{#1}}", parameterCount: 1), "\\fbox{word}"),
    ("framebox", .macro("\\boxed{\\text{#1}}", parameterCount: 1), "\\framebox{word}"),
    ("cancel", .enclosure(.rising), "\\cancel{x}"),
    ("bcancel", .enclosure(.falling), "\\bcancel{x}"),
    ("xcancel", .enclosure(.crossed), "\\xcancel{x}"),
    ("sout", .enclosure(.struckOut), "\\sout{x}"),
    ("angl", .enclosure(.angle), "a_{\\angl{n}}"),
    ("angln", .macro("{\\angl n}", parameterCount: 0), "a_\\angln"),
    ("phase", .enclosure(.phase), "\\phase{30^\\circ}"),
    ("raisebox", .construct(.raised), "\\raisebox{0.5em}{a}"),
    ("vcenter", .construct(.centered), "\\vcenter{\\frac{a}{b}}"),
    ("rule", .construct(.rule), "\\rule[0.2em]{1em}{0.5em}"),
  ])
