/// The bounds that keep any file, however hostile, cheap to read.
package enum SceneFileLimits {
  /// Bytes of one scene file; data sets belong into files of their own.
  package static let byteCount = 4 << 20
  /// Nested lists and mappings.
  package static let depth = 100
  /// Nodes of one scene after its aliases have been replaced.
  package static let nodeCount = 100_000
  /// Bytes of text that aliases may add.
  package static let aliasedByteCount = 4 << 20
  /// Mistakes reported for one file; who made more of them wrote no scene.
  package static let diagnosticCount = 20
}
