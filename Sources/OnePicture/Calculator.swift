import Diagnostics
import Expressions
import Figures

/// A prompt of the language of `let`: what is defined on one line is known on the next.
///
/// ```swift
/// var calculator = Calculator()
/// print(try calculator.evaluate("softmax([2, 1, 0.1])").text)  // [0.659001 0.242433 0.0985659]
/// ```
///
/// No picture is drawn and no font opened.
public struct Calculator: Sendable {
  private var scope: Boxed<Scope>
  private let sceneSource: [UInt8]
  private let sceneName: String?
  /// What stands for the file in the places of mistakes, such as `<stdin>`.
  public let name: String
  /// The number of lines so far.
  public private(set) var lineCount = 0

  /// A prompt that knows the built-in names.
  public init(named name: String = "<expression>") {
    scope = Boxed(Scope())
    sceneSource = []
    sceneName = nil
    self.name = name
  }

  /// A prompt that also knows what a scene defines under `let`.
  public init(in scene: Scene, named name: String = "<expression>") throws(SceneError) {
    scope = Boxed(try scene.scope())
    sceneSource = scene.source
    sceneName = scene.name
    self.name = name
  }

  /// The value of an expression, or of a definition such as `f(x) = x^2`, which is kept.
  ///
  /// Its lines are numbered on from those before.
  public mutating func evaluate(_ text: String) throws(SceneError) -> Answer {
    let firstLine = lineCount + 1
    let source = located(text, from: firstLine)
    lineCount += source.anchors.count
    do {
      let value: Value
      switch try Statement(parsing: source) {
      case .expression(let expression): value = try expression.evaluate(in: scope.value)
      case .definition(let definition):
        value = try definition.evaluate(in: scope.value)
        var extended = scope.value
        extended.define(definition.name, as: value)
        scope = Boxed(extended)
      }
      return Answer(value)
    } catch {
      throw SceneError(problem(error, in: text, from: firstLine))
    }
  }

  /// Gives what a data file holds a name: a table, or the arrays of NumPy.
  ///
  /// The path is any that the user names: only scenes are bound to their folders.
  public mutating func define(_ name: String, contentsOf path: String) throws(SceneError) {
    do {
      let value = try DataFile.value(contentsOf: path, memory: scope.value.memoryLeft)
      var extended = scope.value
      extended.define(try Definition.name(LocatedText(name)), as: value)
      scope = Boxed(extended)
    } catch {
      throw SceneError(error)
    }
  }

  /// Counts a line that asks nothing.
  public mutating func skipLine() { lineCount += 1 }

  /// The text with a place for each of its lines.
  private func located(_ text: String, from firstLine: Int) -> LocatedText {
    var anchors: [LocatedText.Anchor] = []
    var offset = 0
    for (number, line) in lines(of: text).enumerated() {
      let place = SourceLocation(file: name, line: firstLine + number, column: 1)
      anchors.append(LocatedText.Anchor(offset: offset, location: place))
      offset += line.utf8.count + 1
    }
    return LocatedText(text, anchors: anchors)
  }

  /// The mistake, with the line where it is: of the scene, or of what was typed just now.
  private func problem(_ error: Diagnostic, in text: String, from firstLine: Int) -> Problem {
    guard error.at?.file == name else {
      return Problem(error, in: sceneSource, named: sceneName)
    }
    let lines = lines(of: text)
    let number = error.at.map { $0.line - firstLine } ?? -1
    return Problem(error, lineText: lines.indices.contains(number) ? String(lines[number]) : nil)
  }
}

private func lines(of text: String) -> [Substring] {
  // Scalars, because a carriage return and a line feed are one character.
  text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { Substring($0) }
}
