import Diagnostics
import Figures

/// What a picture shows, in words.
public struct Description: Hashable, Sendable {
  /// Full sentences on one or several lines.
  public let text: String
  /// Whether the words were made of what is drawn, and are not the scene's own.
  public let isDraft: Bool
}
