import Drawing

extension DisplayItem {
  /// The item with so much of its opacity; `nil` if parts of it lie upon each other, so that only the
  /// painted whole can be faded.
  func faded(by opacity: Double) -> DisplayItem? {
    switch self {
    case .path(let path, let fill?, nil):
      return .path(path, fill: fill.opacity(opacity), stroke: nil)
    case .path(let path, nil, var stroke?):
      stroke.color = stroke.color.opacity(opacity)
      return .path(path, fill: nil, stroke: stroke)
    case .path(_, nil, nil):
      return self
    case .glyphs(var run, let origin):
      run.color = run.color.opacity(opacity)
      return .glyphs(run, at: origin)
    case .group(var group):
      group.opacity = (group.opacity < 1 ? group.opacity : 1) * opacity
      return .group(group)
    case .path, .image:
      return nil
    }
  }
}
