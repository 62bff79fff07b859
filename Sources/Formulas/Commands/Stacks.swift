/// Small rows above, below and around others.
let stackCommands = CommandGroup(
  "Over, under and around",
  examples: [
    ("overset", .construct(.stack(isOver: true, isRelation: false)), "\\overset{a}{b}"),
    ("underset", .construct(.stack(isOver: false, isRelation: false)), "\\underset{a}{b}"),
    ("stackrel", .construct(.stack(isOver: true, isRelation: true)), "\\stackrel{a}{=}"),
    ("overunderset", .construct(.overUnder), "\\overunderset{a}{b}{=}"),
    ("sideset", .construct(.sideset), "\\sideset{_a^b}{_c^d}\\sum"),
    ("prescript", .construct(.prescript), "\\prescript{a}{b}{X}"),
    ("substack", .construct(.substack), "\\sum_{\\substack{i<n\\\\ j<m}}"),
    ("limits", .structural(.limits(.limits)), "\\int\\limits_0^1"),
    ("nolimits", .structural(.limits(.side)), "\\sum\\nolimits_0^1"),
    ("displaylimits", .structural(.limits(.automatic)), "\\sum\\displaylimits_0^1"),
    ("not", .construct(.negation), "\\not\\to"),
    ("mathchoice", .construct(.choice), "\\mathchoice{D}{T}{S}{s}"),
  ])

/// Rows that keep their distance like an atom of the named class.
let classCommands = CommandGroup(
  "Classes of atoms", example: "a \\?{x} b",
  [
    ("mathord", .construct(.classed(.ordinary))),
    ("mathop", .construct(.classed(.largeOperator))),
    ("mathbin", .construct(.classed(.binary))),
    ("mathrel", .construct(.classed(.relation))),
    ("mathopen", .construct(.classed(.opening))),
    ("mathclose", .construct(.classed(.closing))),
    ("mathpunct", .construct(.classed(.punctuation))),
    ("mathinner", .construct(.classed(.inner))),
    ("operatorname", .construct(.operatorName(takesLimits: false))),
    ("operatornamewithlimits", .construct(.operatorName(takesLimits: true))),
  ])
