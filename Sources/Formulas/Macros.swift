import Diagnostics

/// Commands that a scene defines, such as `R` for `\mathbb{R}`.
package struct Macros: Hashable, Sendable {
  /// What a command stands for.
  package struct Definition: Hashable, Sendable {
    /// How many arguments it takes, 0…9.
    package var parameterCount: Int
    /// TeX in which `#1` … `#9` stand for the arguments.
    package var body: String

    package init(parameterCount: Int, body: String) {
      self.parameterCount = parameterCount
      self.body = body
    }
  }

  package private(set) var definitions: [String: Definition] = [:]

  package init() {}
}
