/// Cells in rows and columns.
let gridCommands = CommandGroup(
  "Rows and columns",
  examples: [
    ("begin", .construct(.environment), "\\begin{matrix} a & b \\end{matrix}"),
    ("end", .structural(.end), "\\begin{matrix} a & b \\end{matrix}"),
    ("\\", .structural(.lineBreak), "a \\\\ b"),
    ("cr", .structural(.lineBreak), "\\begin{matrix} a \\cr b \\end{matrix}"),
    ("newline", .structural(.lineBreak), "a \\newline b"),
    ("hline", .structural(.horizontalRule(.solid)), "\\begin{array}{c} a \\\\ \\hline b \\end{array}"),
    (
      "hdashline", .structural(.horizontalRule(.dashed)),
      "\\begin{array}{c} a \\\\ \\hdashline b \\end{array}"
    ),
    ("tag", .construct(.tag), "x = y \\tag{1}"),
  ])

/// New commands for the rest of a label.
let definitionCommands = CommandGroup(
  "Definitions",
  examples: [
    ("newcommand", .definition(.command), "\\newcommand{\\half}[1]{\\frac{#1}{2}} \\half{x}"),
    ("renewcommand", .definition(.command), "\\renewcommand{\\half}[1][x]{\\frac{#1}{2}} \\half"),
    ("providecommand", .definition(.provided), "\\providecommand{\\half}{\\frac{1}{2}} \\half"),
    ("def", .definition(.primitive), "\\def\\half#1{\\frac{#1}{2}} \\half{x}"),
    ("gdef", .definition(.primitive), "\\gdef\\half#1{\\frac{#1}{2}} \\half{x}"),
    ("edef", .definition(.primitive), "\\edef\\half#1{\\frac{#1}{2}} \\half{x}"),
    ("xdef", .definition(.primitive), "\\xdef\\half#1{\\frac{#1}{2}} \\half{x}"),
    ("let", .definition(.alias), "\\let\\all=\\forall \\all x"),
    (
      "DeclareMathOperator", .definition(.mathOperator),
      "\\DeclareMathOperator{\\rot}{rot} \\rot x"
    ),
  ])

/// Names that are set in a way of their own.
let logoCommands = CommandGroup(
  "Logos",
  [
    ("TeX", .macro("\\text{T\\kern-.1667em\\raisebox{-.5ex}{E}\\kern-.125em X}", parameterCount: 0)),
    (
      "LaTeX",
      .macro(
        "\\text{L\\kern-.36em\\raisebox{.2em}{\\scriptsize A}\\kern-.15em\\TeX}", parameterCount: 0)
    ),
    (
      "KaTeX",
      .macro(
        "\\text{K\\kern-.17em\\raisebox{.2em}{\\scriptsize A}\\kern-.15em\\TeX}", parameterCount: 0)
    ),
  ])

/// What fits nowhere else.
let otherCommands = CommandGroup(
  "Other",
  examples: [
    ("char", .construct(.character), "\\char\"3B1"),
    ("unicode", .construct(.character), "\\unicode{x3B1}"),
    ("href", .construct(.link), "\\href{https://example.org}{x}"),
    ("url", .construct(.verbatim), "\\url{https://example.org}"),
    ("htmlClass", .construct(.content), "\\htmlClass{a}{x}"),
    ("htmlId", .construct(.content), "\\htmlId{a}{x}"),
    ("htmlStyle", .construct(.content), "\\htmlStyle{a}{x}"),
    ("htmlData", .construct(.content), "\\htmlData{a}{x}"),
    ("class", .construct(.content), "\\class{a}{x}"),
    ("cssId", .construct(.content), "\\cssId{a}{x}"),
    ("bgroup", .macro("{", parameterCount: 0), "x^\\bgroup a \\egroup"),
    ("egroup", .macro("}", parameterCount: 0), "x^\\bgroup a \\egroup"),
    ("sp", .macro("^", parameterCount: 0), "x\\sp{2}"),
    ("sb", .macro("_", parameterCount: 0), "x\\sb{2}"),
    ("iff", .macro("\\;\\Longleftrightarrow\\;", parameterCount: 0), "a \\iff b"),
    ("implies", .macro("\\;\\Longrightarrow\\;", parameterCount: 0), "a \\implies b"),
    ("impliedby", .macro("\\;\\Longleftarrow\\;", parameterCount: 0), "a \\impliedby b"),
    ("Coloneq", .macro("\\mathrel{∷{-}}", parameterCount: 0), "a \\Coloneq b"),
    ("coloneq", .macro("\\mathrel{:{-}}", parameterCount: 0), "a \\coloneq b"),
    ("Eqcolon", .macro("\\mathrel{{-}∷}", parameterCount: 0), "a \\Eqcolon b"),
    ("Eqqcolon", .macro("\\mathrel{=∷}", parameterCount: 0), "a \\Eqqcolon b"),
    ("colonapprox", .macro("\\mathrel{:\\approx}", parameterCount: 0), "a \\colonapprox b"),
    ("Colonapprox", .macro("\\mathrel{∷\\approx}", parameterCount: 0), "a \\Colonapprox b"),
    ("colonsim", .macro("\\mathrel{:\\sim}", parameterCount: 0), "a \\colonsim b"),
    ("Colonsim", .macro("\\mathrel{∷\\sim}", parameterCount: 0), "a \\Colonsim b"),
    ("varGamma", .letter("Γ", .italic), "\\varGamma"),
    ("varDelta", .letter("Δ", .italic), "\\varDelta"),
    ("varTheta", .letter("Θ", .italic), "\\varTheta"),
    ("varLambda", .letter("Λ", .italic), "\\varLambda"),
    ("varXi", .letter("Ξ", .italic), "\\varXi"),
    ("varPi", .letter("Π", .italic), "\\varPi"),
    ("varSigma", .letter("Σ", .italic), "\\varSigma"),
    ("varUpsilon", .letter("Υ", .italic), "\\varUpsilon"),
    ("varPhi", .letter("Φ", .italic), "\\varPhi"),
    ("varPsi", .letter("Ψ", .italic), "\\varPsi"),
    ("varOmega", .letter("Ω", .italic), "\\varOmega"),
  ])

/// What texts have and labels do not need.
let ignoredCommands = CommandGroup(
  "Read over", example: "\\? x",
  [
    ("nonumber", .ignored(argumentCount: 0)),
    ("notag", .ignored(argumentCount: 0)),
    ("relax", .ignored(argumentCount: 0)),
    ("nobreak", .ignored(argumentCount: 0)),
    ("allowbreak", .ignored(argumentCount: 0)),
    ("global", .ignored(argumentCount: 0)),
    ("long", .ignored(argumentCount: 0)),
    ("protect", .ignored(argumentCount: 0)),
    ("DOTSB", .ignored(argumentCount: 0)),
    ("DOTSI", .ignored(argumentCount: 0)),
    ("DOTSX", .ignored(argumentCount: 0)),
    ("unboldmath", .ignored(argumentCount: 0)),
    ("label", .ignored(argumentCount: 1)),
  ])
