package import Diagnostics
package import MathCore

/// Where a scene's data files lie: the only way in which a scene reaches files.
///
/// The figures open no files themselves: the library hands one of these over.
package struct DataFolder: Sendable {
  package typealias Open = @Sendable (_ path: LocatedText) throws(Diagnostic) -> ByteSource

  /// The file at a path below the folder; whatever leads out of it is refused at the path's place.
  package let open: Open

  package init(open: @escaping Open) { self.open = open }
}
