import Diagnostics
import SceneFiles

/// The tree as text: one node a line with its place, texts with the place of every anchor.
func dump(_ node: Node, indentation: String = "") -> String {
  let place = "\(node.location.line):\(node.location.column)"
  switch node.content {
  case .scalar(let scalar):
    return "\(indentation)\(place) \(dump(scalar))\n"
  case .sequence(let items):
    return "\(indentation)\(place) list\n" + items.map { dump($0, indentation: indentation + "  ") }.joined()
  case .mapping(let entries):
    let lines = entries.map { entry in
      "\(indentation)  \(dump(entry.key)) =\n" + dump(entry.value, indentation: indentation + "    ")
    }
    return "\(indentation)\(place) mapping\n" + lines.joined()
  }
}

private func dump(_ scalar: Scalar) -> String {
  let kind =
    switch scalar.resolved {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "number \(value)"
    case .text: "\(scalar.style)"
    }
  return "\(kind) \(dump(scalar.text))"
}

private func dump(_ text: LocatedText) -> String {
  let anchors = text.anchors.map { "\($0.offset)@\($0.location.line):\($0.location.column)" }
  let escaped = text.text.map { $0 == "\n" ? "\\n" : String($0) }.joined()
  return "'\(escaped)' \(anchors.joined(separator: " "))"
}
