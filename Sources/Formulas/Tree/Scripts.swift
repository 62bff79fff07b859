/// A nucleus with something raised or lowered, or with limits above and below.
package struct Scripts: Hashable, Sendable {
  /// Where scripts go.
  package enum Placement: Hashable, Sendable {
    /// As the nucleus and the style demand.
    case automatic
    case limits
    case side
  }

  /// What the scripts are attached to; `nil` for nothing, as in `{}^n`.
  package var nucleus: Node?
  package var superscript: Row?
  package var subscripted: Row?
  package var placement: Placement

  package init(
    nucleus: Node?, superscript: Row? = nil, subscripted: Row? = nil, placement: Placement = .automatic
  ) {
    self.nucleus = nucleus
    self.superscript = superscript
    self.subscripted = subscripted
    self.placement = placement
  }
}
