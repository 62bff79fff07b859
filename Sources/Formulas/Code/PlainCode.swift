extension CodeLanguage {
  /// Text of which nothing stands out.
  package static let plain = CodeLanguage { $0.isEmpty ? [] : [CodeToken($0, .plain)] }
}
