package import Diagnostics

/// A piece of a scene file that knows where it stands.
package struct Node: Hashable, Sendable {
  /// What a node holds.
  package enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([Node])
    case mapping([Entry])
  }

  /// The first character, such as the quote of a quoted text.
  package var location: SourceLocation
  package var content: Content

  package init(location: SourceLocation, content: Content) {
    self.location = location
    self.content = content
  }

  /// What the node is called in messages, such as `a list`.
  package var typeDescription: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar): scalar.typeDescription
    }
  }
}

/// A key of a mapping and its value, in the order of the file.
package struct Entry: Hashable, Sendable {
  package var key: LocatedText
  package var value: Node

  package init(key: LocatedText, value: Node) {
    self.key = key
    self.value = value
  }
}

/// A text of a scene file, and what YAML 1.2 takes it for.
package struct Scalar: Hashable, Sendable {
  /// How the text is written in the file.
  package enum Style: Hashable, Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// The value by the YAML 1.2 core schema; only plain texts are other than text.
  package enum Resolved: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// Any finite number, an infinity or NaN.
    case number(Double)
    case text
  }

  /// The text without quotes, escapes and indentation.
  package var text: LocatedText
  package var style: Style
  package var resolved: Resolved

  package init(text: LocatedText, style: Style, resolved: Resolved) {
    self.text = text
    self.style = style
    self.resolved = resolved
  }

  package var typeDescription: String {
    switch resolved {
    case .null: "nothing"
    case .boolean: "a boolean"
    case .number: "a number"
    case .text: "text"
    }
  }
}
