package import Diagnostics

/// Reads one YAML 1.2 document (or JSON, its subset) into located nodes.
///
/// `file` is the name under which places are reported. Cost and result are bounded by `SceneFileLimits`.
package func parseYAML(_ bytes: [UInt8], file: String) throws(DiagnosticList) -> Node {
  let source: SceneSource
  do {
    source = try SceneSource(bytes, file: file)
  } catch {
    throw DiagnosticList([error])
  }
  return try NodeBuilder(source).document()
}
