import Diagnostics
import Glibc
import Typesetting

/// The fonts of the process, opened for the first picture and kept for the others.
let sharedTypesetter: Result<FontTypesetter, Diagnostic> = {
  do throws(Diagnostic) {
    return .success(try FontTypesetter(environmentFolder: environment("ONEPICTURE_FONTS")))
  } catch {
    return .failure(error)
  }
}()

private func environment(_ name: String) -> String? {
  getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}
