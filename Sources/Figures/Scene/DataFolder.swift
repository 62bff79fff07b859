package import Diagnostics
package import MathCore

/// Where a scene's data, code and fonts lie: the only way in which a scene reaches files.
///
/// The figures open no files themselves: the library hands one of these over.
package struct DataFolder: Sendable {
  package typealias Locate = @Sendable (_ path: LocatedText) throws(Diagnostic) -> String
  package typealias Open = @Sendable (_ path: LocatedText) throws(Diagnostic) -> ByteSource

  /// The file at a path below the folder; whatever leads out of it is refused at the path's place.
  package let open: Open
  /// The path by which a program without the scene's folder finds a file; refuses the same.
  package let locate: Locate

  package init(open: @escaping Open, locate: @escaping Locate = { (path) in path.text }) {
    self.open = open
    self.locate = locate
  }
}
