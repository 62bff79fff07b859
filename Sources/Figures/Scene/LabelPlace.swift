import Expressions

/// Whether a place of a label is among its words, in a formula or in code.
struct LabelPlace {
  private var isFormula = false
  private var isCode = false

  /// How a value is spelled here.
  var spelling: Spelling { isCode ? .code : isFormula ? .formula : .label }

  /// Reads on over a part of the label.
  mutating func pass(_ text: ArraySlice<UInt8>) {
    var isEscaped = false
    var isAfterDollar = false
    for byte in text {
      defer { isAfterDollar = byte == UInt8(ascii: "$") && !isAfterDollar }
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\"), !isCode {
        isEscaped = true
      } else if byte == UInt8(ascii: "`"), !isFormula {
        isCode.toggle()
      } else if byte == UInt8(ascii: "$"), !isCode, !isAfterDollar {
        // The second of two signs opens and closes nothing: `$$` is one mark.
        isFormula.toggle()
      }
    }
  }
}
