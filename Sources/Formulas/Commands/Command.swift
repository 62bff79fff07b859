/// What a command of a formula stands for.
enum Command: Sendable {
  case symbol(Unicode.Scalar, AtomClass)
  /// A letter in an alphabet, such as ℝ.
  case letter(Unicode.Scalar, Alphabet)
  case largeOperator(Unicode.Scalar, takesLimits: Bool)
  /// A named function, set upright.
  case function(String, takesLimits: Bool)
  /// Room in mu.
  case space(Double)
  /// The letters of the argument in an alphabet.
  case alphabet(Alphabet)
  /// All letters up to the end of the group.
  case alphabetFromHere(Alphabet)
  /// The argument in bold; letters keep their slant.
  case bold
  case boldFromHere
  /// An argument in the face of the label.
  case text(TextFace)
  /// Text up to the end of the group.
  case textFromHere(TextFace)
  case style(MathStyle)
  /// From here on, a size relative to the label's.
  case size(Double)
  case accent(Accent.Mark)
  /// An arrow as long as its arguments.
  case arrow(Unicode.Scalar)
  case delimiterSize(Int, AtomClass)
  case phantom(Phantom)
  case enclosure(Enclosure)
  /// The argument in a color.
  case ink(UInt32)
  case lap(Grid.Alignment)
  /// A fence around the argument.
  case enclosed(Unicode.Scalar, Unicode.Scalar)
  case construct(Construct)
  /// What ends a row or stands between two; read by the construct around it.
  case structural(Structural)
  /// Another way to write a formula, with `#1` … for its arguments.
  case macro(String, parameterCount: Int)
  /// A new command for the rest of the label.
  case definition(DefinitionForm)
  /// Accepted because texts have it, with so many arguments; it changes nothing here.
  case ignored(argumentCount: Int)
}

/// Commands that read arguments in a way of their own; each has a parsing function.
enum Construct: Sendable {
  case fraction(MathStyle?)
  case continuedFraction
  case generalFraction
  case binomial(MathStyle?)
  case radical
  case fence
  case operatorName(takesLimits: Bool)
  case classed(AtomClass)
  case stack(isOver: Bool, isRelation: Bool)
  case overUnder
  case sideset
  case prescript
  case negation
  case environment
  case color
  case textColor
  case colorBox
  case framedColorBox
  case role
  case smash
  case boxed
  case substack
  case kern
  case rule
  case raised
  case centered
  case choice
  case dots
  case modulo(inParentheses: Bool, hasName: Bool)
  case binaryModulo
  case character
  case verbatim
  case link
  case content
  case tag
  /// `\(`
  case inlineFormula
  case set(isLarge: Bool)
  case braket(isLarge: Bool)
}

/// Commands that only make sense at their place in a construct.
enum Structural: Sendable {
  case right
  case middle
  case end
  case lineBreak
  case horizontalRule(Grid.Rule)
  case limits(Scripts.Placement)
  case infix(InfixOperator)
  /// `\)`, which ends a formula in a text.
  case endMath
}

/// How a command of text changes the face around it.
enum TextFace: Sendable {
  case same
  case normal
  case bold
  case medium
  case italic
  case upright
  case code
  case roman
  case sansSerif

  /// The face that results from `face`.
  func applied(to face: Emphasis) -> Emphasis {
    var face = face
    switch self {
    case .same: break
    case .normal: face = Emphasis()
    case .bold: face.isBold = true
    case .medium: face.isBold = false
    case .italic: face.isItalic = true
    case .upright: face.isItalic = false
    case .code: (face.isCode, face.isRoman) = (true, false)
    case .roman: (face.isCode, face.isRoman) = (false, true)
    case .sansSerif: (face.isCode, face.isRoman) = (false, false)
    }
    return face
  }
}

/// How a command is defined within a label.
enum DefinitionForm: Sendable {
  /// `\newcommand{\x}[2][default]{…}`
  case command
  /// `\providecommand`, which leaves what exists.
  case provided
  /// `\def\x#1#2{…}`
  case primitive
  /// `\let\x=\y`
  case alias
  /// `\DeclareMathOperator{\x}{…}`
  case mathOperator
}
