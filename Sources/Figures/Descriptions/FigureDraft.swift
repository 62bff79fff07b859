import Diagnostics
import Formulas

/// What a figure shows, in words made of its numbers, for those who cannot see it.
///
/// Full sentences: the title, then for each panel what kind of picture it is, its axes, and what is drawn, then
/// the formula, the code and the caption. The same figure has the same words.
struct FigureDraft {
  /// Characters that a draft has at most; longer ones end with a sentence that says so.
  static let limit = 2400
  /// Things that are told of a panel one by one.
  private static let thingLimit = 30

  private var sentences: [String] = []

  init(_ figure: EvaluatedFigure) {
    for title in [figure.title, figure.subtitle] { add(title?.spoken(limit: 300)) }
    if figure.panels.count > 1 { add("\(figure.panels.count) panels.") }
    for (index, panel) in figure.panels.enumerated() {
      add(panel, called: figure.panels.count > 1 ? name(ofPanel: index, in: figure) : nil)
    }
    if let notation = figure.notation { add("The formula reads: \(notation.spoken(limit: 300))") }
    if let code = figure.code { add("Beside it stands \(code.spoken)") }
    add(figure.caption?.spoken(limit: 600))
  }

  /// Its letter if there are letters, else its number in reading order.
  private func name(ofPanel index: Int, in figure: EvaluatedFigure) -> String {
    "Panel \(figure.letters?.label(of: index).plainText ?? "\(index + 1)")"
  }

  /// The sentences, within the limit.
  var text: String {
    var text = ""
    for sentence in sentences {
      let next = text.isEmpty ? sentence : "\(text) \(sentence)"
      guard next.count <= Self.limit - Self.rest.count else {
        return text.isEmpty ? shortened(next, to: Self.limit - Self.rest.count) + Self.rest : text + Self.rest
      }
      text = next
    }
    return text
  }

  private static let rest = " There is more in the picture."

  /// Adds a sentence, ended by a full stop unless it ends otherwise.
  private mutating func add(_ sentence: String?) {
    guard let sentence, let last = sentence.last else { return }
    let isEnded = ".!?…:".contains(last) || sentence.hasSuffix(".”")
    sentences.append(capitalized(sentence) + (isEnded ? "" : "."))
  }

  private mutating func add(_ panel: EvaluatedPanel, called name: String?) {
    switch panel.content {
    case .plot(let plot): add(plot, called: heading(name, plot.title))
    case .block(let block):
      let heading = heading(name, block.title)
      add((heading.map { "\($0): " } ?? "") + block.spoken)
    }
  }

  private func heading(_ name: String?, _ title: Label?) -> String? {
    let parts = [name, title.map { "“\($0.spoken())”" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private mutating func add(_ plot: EvaluatedPlot, called heading: String?) {
    let kind = plot.marks.lazy.compactMap(\.pictureKind).first ?? "a plot"
    let axes = [("horizontal", plot.x), ("vertical", plot.y)].compactMap { $1.spoken(as: $0) }
    add((heading.map { "\($0): " } ?? "") + kind)
    if !axes.isEmpty { add(axes.joined(separator: "; ")) }
    let things = plot.marks.flatMap { $0.summary() }
    guard !things.isEmpty else { return }
    var told = Array(things.prefix(Self.thingLimit))
    if things.count > told.count { told.append("\(things.count - told.count) things more") }
    add("It shows " + listed(told, separator: ";"))
    for zoom in plot.zooms {
      add("Enlarged beside it: " + [zoom.plot.x.range("x"), zoom.plot.y.range("y")].joined(separator: ", "))
    }
  }
}

/// `a; b; and c`.
func listed(_ things: [String], separator: String = ",") -> String {
  guard let last = things.last, things.count > 1 else { return things.first ?? "" }
  if things.count == 2, separator == "," { return "\(things[0]) and \(last)" }
  return things.dropLast().joined(separator: "\(separator) ") + "\(separator) and \(last)"
}

private func capitalized(_ sentence: String) -> String {
  // A variable keeps its small letter.
  let word = sentence.prefix { $0.isLetter }
  return word.count > 1 || word == "a" ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence
}

extension EvaluatedAxis {
  /// What the axis shows, over which range; nothing for names of bars, which the bars tell.
  fileprivate func spoken(as direction: String) -> String? {
    let name = label.map { " shows \($0.spoken())" }
    if scale is BandScale { return name.map { "the \(direction) axis\($0)" } }
    let (low, high) = (scale.domain.lowerBound, scale.domain.upperBound)
    let names = (listedTicks ?? []).filter { tick in
      (low...high).contains(tick.value) && tick.name.contains { $0.isLetter || $0 == "$" }
    }.prefix(12).compactMap { tick in
      (try? Label(parsing: tick.text)).map { "\($0.spoken()) at \(SpokenNumbers.spell(tick.value))" }
    }
    let marked = names.isEmpty ? "" : ", with the marks \(listed(names))"
    return "the \(direction) axis\(name.map { $0 + "," } ?? " runs") \(range(""))\(marked)"
  }

  /// `x from −2 to 2`.
  fileprivate func range(_ name: String) -> String {
    let numbers = SpokenNumbers(over: scale.domain)
    // Off a linear scale, a small end is as far from zero as a large one.
    let ends = [scale.domain.lowerBound, scale.domain.upperBound].map {
      scale is LinearScale ? numbers.spell($0) : SpokenNumbers.spell($0)
    }
    return "\(name)\(name.isEmpty ? "" : " ")from \(ends[0]) to \(ends[1])"
  }
}

extension EvaluatedBlock {
  fileprivate var spoken: String {
    switch content {
    case .equation(let label, let callouts):
      (["the formula \(label.spoken(limit: 400))"]
        + callouts.map { "\($0.spokenTerm) stands for “\($0.label.spoken())”" }).joined(separator: ", ")
    case .text(let label, _): label.spoken(limit: 600)
    case .code(let listing): listing.spoken
    }
  }
}

extension TermCallout {
  fileprivate var spokenTerm: String {
    (try? Label(parsing: LocatedText("$" + term.text + "$")))?.spoken() ?? term.text
  }
}

extension Listing {
  /// The code on one line.
  var spoken: String {
    let code = lines.map { $0.map(\.text).joined() }.map { shortened($0, to: 120) }.filter { !$0.isEmpty }
    return "code: " + shortened(joinedLines(code, separator: ";"), to: 500)
  }
}
