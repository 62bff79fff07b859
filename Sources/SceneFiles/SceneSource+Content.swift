import Diagnostics

extension SceneSource {
  /// Where a node's own characters start, after properties such as `&name` and `!!str`.
  func contentStart(of event: Event) -> Int {
    guard event.anchor != nil || event.tag != nil else { return event.start }
    let start = end(ofPropertiesFrom: event.start)
    // An empty scalar has nothing but its properties.
    if case .scalar = event.kind { return min(start, max(event.start, event.end)) }
    return start
  }

  private func end(ofPropertiesFrom offset: Int) -> Int {
    var position = offset
    while let scalar = scalar(at: position) {
      if scalar == "&" || scalar == "!" {
        while let next = self.scalar(at: position), !next.isYAMLBlank, !next.isYAMLBreak { position += 1 }
      } else if scalar == "#" {
        position = lineEnd(after: position)
      } else if scalar.isYAMLBlank || scalar.isYAMLBreak {
        position += 1
      } else {
        return position
      }
    }
    return position
  }
}
