import Drawing
import Diagnostics
import Formulas
import Foundation
import Geometry
import Typesetting

/// The constants of a MATH table in their order (OpenType specification, MathConstants table).
enum TableConstant: Int, Sendable, CaseIterable {
  case scriptPercentScaleDown, scriptScriptPercentScaleDown, delimitedSubFormulaMinHeight
  case displayOperatorMinHeight, mathLeading, axisHeight, accentBaseHeight, flattenedAccentBaseHeight
  case subscriptShiftDown, subscriptTopMax, subscriptBaselineDropMin, superscriptShiftUp
  case superscriptShiftUpCramped, superscriptBottomMin, superscriptBaselineDropMax, subSuperscriptGapMin
  case superscriptBottomMaxWithSubscript, spaceAfterScript, upperLimitGapMin, upperLimitBaselineRiseMin
  case lowerLimitGapMin, lowerLimitBaselineDropMin, stackTopShiftUp, stackTopDisplayStyleShiftUp
  case stackBottomShiftDown, stackBottomDisplayStyleShiftDown, stackGapMin, stackDisplayStyleGapMin
  case stretchStackTopShiftUp, stretchStackBottomShiftDown, stretchStackGapAboveMin
  case stretchStackGapBelowMin, fractionNumeratorShiftUp, fractionNumeratorDisplayStyleShiftUp
  case fractionDenominatorShiftDown, fractionDenominatorDisplayStyleShiftDown, fractionNumeratorGapMin
  case fractionNumDisplayStyleGapMin, fractionRuleThickness, fractionDenominatorGapMin
  case fractionDenomDisplayStyleGapMin, skewedFractionHorizontalGap, skewedFractionVerticalGap
  case overbarVerticalGap, overbarRuleThickness, overbarExtraAscender, underbarVerticalGap
  case underbarRuleThickness, underbarExtraDescender, radicalVerticalGap, radicalDisplayStyleVerticalGap
  case radicalRuleThickness, radicalExtraAscender, radicalKernBeforeDegree, radicalKernAfterDegree
  case radicalDegreeBottomRaisePercent

  /// Where its number starts in the table: four plain numbers, then numbers with device tables, then one.
  var offset: Int { rawValue < 4 ? 2 * rawValue : 8 + 4 * (rawValue - 4) }
}

/// The font of plain boxes (Fonts/make-boxes.py) with some constants of its MATH table set.
struct BoxFont {
  private let typesetter: FontTypesetter
  private let folder: URL

  init(_ constants: [TableConstant: Int] = [:]) throws {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fonts/Boxes.ttf")
    var bytes = [UInt8](try Data(contentsOf: source))
    func number(at place: Int, length: Int) -> Int {
      bytes[place..<place + length].reduce(0) { $0 << 8 | Int($1) }
    }
    let tables = (0..<number(at: 4, length: 2)).map { 12 + 16 * $0 }
    guard let entry = tables.first(where: { bytes[$0..<$0 + 4].elementsEqual("MATH".utf8) }) else {
      throw Diagnostic("the font of boxes has no MATH table")
    }
    let table = number(at: entry + 8, length: 4)
    let start = table + number(at: table + 4, length: 2)
    for (constant, value) in constants {
      bytes[start + constant.offset] = UInt8(truncatingIfNeeded: value >> 8)
      bytes[start + constant.offset + 1] = UInt8(truncatingIfNeeded: value)
    }
    folder = FileManager.default.temporaryDirectory.appending(path: "box-font-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: folder.appending(path: "texgyrepagella-math.otf"))
    typesetter = try FontTypesetter(environmentFolder: folder.path)
  }

  /// Sets a formula so large that a unit of the font is a point.
  func set(_ source: String, roles: [TextStyle.Role] = []) throws -> TextBlock {
    defer { try? FileManager.default.removeItem(at: folder) }
    let style = TextStyle(size: 1100, color: .black, roles: roles)
    return typesetter.typeset(try Label(parsing: LocatedText(source)), in: style)
  }
}
