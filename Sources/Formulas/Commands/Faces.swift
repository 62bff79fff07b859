/// Alphabets of letters.
let alphabetCommands = CommandGroup(
  "Alphabets", example: "\\?{Ax}",
  [
    ("mathrm", .alphabet(.upright)),
    ("mathup", .alphabet(.upright)),
    ("mathnormal", .alphabet(.automatic)),
    ("mathit", .alphabet(.italic)),
    ("mathbf", .alphabet(.bold)),
    ("bold", .alphabet(.bold)),
    ("mathbfit", .alphabet(.boldItalic)),
    ("boldsymbol", .bold),
    ("bm", .bold),
    ("pmb", .bold),
    ("mathcal", .alphabet(.calligraphic)),
    ("mathscr", .alphabet(.calligraphic)),
    ("mathbfcal", .alphabet(.boldCalligraphic)),
    ("mathbfscr", .alphabet(.boldCalligraphic)),
    ("mathbb", .alphabet(.blackboard)),
    ("mathds", .alphabet(.blackboard)),
    ("mathbbm", .alphabet(.blackboard)),
    ("Bbb", .alphabet(.blackboard)),
    ("mathfrak", .alphabet(.fraktur)),
    ("frak", .alphabet(.fraktur)),
    ("mathbffrak", .alphabet(.boldFraktur)),
    ("mathsf", .alphabet(.sansSerif)),
    ("mathsfit", .alphabet(.sansSerifItalic)),
    ("mathbfsf", .alphabet(.sansSerifBold)),
    ("mathsfbf", .alphabet(.sansSerifBold)),
    ("mathbfsfit", .alphabet(.sansSerifBoldItalic)),
    ("mathtt", .alphabet(.typewriter)),
    ("rm", .alphabetFromHere(.upright)),
    ("it", .alphabetFromHere(.italic)),
    ("bf", .alphabetFromHere(.bold)),
    ("cal", .alphabetFromHere(.calligraphic)),
    ("tt", .alphabetFromHere(.typewriter)),
    ("sf", .alphabetFromHere(.sansSerif)),
    ("boldmath", .boldFromHere),
  ])

/// Words in the face of the label.
let textCommands = CommandGroup(
  "Text", example: "\\?{word $x$}",
  [
    ("text", .text(.same)),
    ("textrm", .text(.roman)),
    ("textsf", .text(.sansSerif)),
    ("textnormal", .text(.normal)),
    ("mbox", .text(.same)),
    ("hbox", .text(.same)),
    ("textup", .text(.upright)),
    ("textmd", .text(.medium)),
    ("textbf", .text(.bold)),
    ("textit", .text(.italic)),
    ("textsl", .text(.italic)),
    ("emph", .text(.italic)),
    ("texttt", .text(.code)),
  ])

/// Faces of text up to the end of the group.
let textSwitchCommands = CommandGroup(
  "Faces from here on", example: "\\text{\\? word}",
  [
    ("bfseries", .textFromHere(.bold)),
    ("itshape", .textFromHere(.italic)),
    ("em", .textFromHere(.italic)),
    ("ttfamily", .textFromHere(.code)),
    ("rmfamily", .textFromHere(.roman)),
    ("sffamily", .textFromHere(.sansSerif)),
    ("normalfont", .textFromHere(.normal)),
  ])

/// The four styles of formulas.
let styleCommands = CommandGroup(
  "Styles", example: "\\? \\sum_i^n",
  [
    ("displaystyle", .style(.display)),
    ("textstyle", .style(.text)),
    ("scriptstyle", .style(.script)),
    ("scriptscriptstyle", .style(.scriptScript)),
  ])

/// Sizes relative to the label's: LaTeX's steps at 10 points.
let sizeCommands = CommandGroup(
  "Sizes", example: "\\? x",
  [
    ("tiny", .size(0.5)),
    ("sixptsize", .size(0.6)),
    ("scriptsize", .size(0.7)),
    ("footnotesize", .size(0.8)),
    ("small", .size(0.9)),
    ("normalsize", .size(1)),
    ("large", .size(1.2)),
    ("Large", .size(1.44)),
    ("LARGE", .size(1.728)),
    ("huge", .size(2.074)),
    ("Huge", .size(2.488)),
  ])
