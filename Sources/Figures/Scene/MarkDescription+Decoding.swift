import Diagnostics
import Expressions
import SceneFiles

extension MarkDescription {
  /// Reads one entry of `draw`: its first key names the mark.
  init?(_ node: SceneFiles.Node, labels: LabelReader, _ complaints: inout DiagnosticList) {
    guard case .mapping(let entries) = node.content, let first = entries.first else {
      complaints.append(
        Diagnostic(
          "draw: expected a mark such as 'curve: sin', found \(node.typeDescription)", at: node.location))
      return nil
    }
    name = first.key.text
    location = first.key.start ?? node.location
    guard
      let kind = complaints.collect({ () throws(Diagnostic) in
        try Figures.marks.entry(named: first.key.text, at: first.key.start)
      }),
      var fields = complaints.collect({ () throws(Diagnostic) in
        try Fields(node, of: first.key.text, labels: labels)
      })
    else { return nil }
    let (mark, isComplete) = Self.decode(kind, &fields, &complaints)
    condition = complaints.collect { () throws(Diagnostic) in try fields.expression("when") }
    level =
      complaints.collect { () throws(Diagnostic) in try fields.number("z", in: -1000...1000) }
      ?? kind.traits.level
    opacity =
      complaints.collect { () throws(Diagnostic) in try fields.numberSetting("opacity", in: 0...1) }
      ?? .fixed(1)
    axes =
      complaints.collect { () throws(Diagnostic) in try fields.word("axis", among: AxisChoice.words) }
      ?? .first
    // A mark that failed half way has not asked for all its options: they are not unknown.
    if isComplete { for complaint in fields.finish() { complaints.append(complaint) } }
    guard let mark else { return nil }
    self.mark = mark
  }

  /// The mark, `nil` if an option of it is wrong, and whether all its options were asked for.
  ///
  /// What fails over one option is read again without it, so that one run shows every mistake.
  private static func decode(
    _ kind: any Mark.Type, _ fields: inout Fields, _ complaints: inout DiagnosticList
  ) -> (mark: (any Mark)?, isComplete: Bool) {
    var isIntact = true
    while true {
      do {
        let mark = try kind.init(&fields)
        return (isIntact ? mark : nil, true)
      } catch {
        let rest = fields.withoutLastAsked
        // An option that is missing because it was taken away is no second mistake.
        if isIntact || rest != nil { complaints.append(error) }
        isIntact = false
        guard let rest, rest.has(rest.owner) else { return (nil, false) }
        fields = rest
      }
    }
  }
}
