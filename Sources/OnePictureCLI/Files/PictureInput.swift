import Diagnostics
import Glibc
import OnePicture

/// A picture that is to be read.
struct PictureInput {
  /// As the user wrote it; `-` is standard input.
  let path: String

  /// Larger files are no pictures of ours.
  private static let limit = 256 << 20

  /// The file's name without its folders.
  var fileName: String { path == "-" ? "picture" : components(of: path).last ?? "picture" }

  /// What the scene in it is called.
  var sceneName: String { withoutExtension(fileName) + ".yaml" }

  func bytes() throws(SceneError) -> [UInt8] {
    do throws(Diagnostic) {
      let bytes =
        path == "-"
        ? try contents(of: STDIN_FILENO, named: "standard input", upTo: Self.limit)
        : try contents(ofFile: path, upTo: Self.limit)
      guard bytes.count <= Self.limit else {
        throw Diagnostic("'\(path)' is larger than \(Self.limit >> 20) MB")
      }
      return bytes
    } catch {
      throw SceneError(error)
    }
  }
}
