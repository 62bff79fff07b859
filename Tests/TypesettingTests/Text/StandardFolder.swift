import Foundation

/// A folder with links to the standard fonts and one for Devanagari, and no others; made once.
func standardFolder() throws -> String {
  let folder = FileManager.default.temporaryDirectory.appending(path: "onepicture-standard-fonts-\(getpid())")
  if FileManager.default.fileExists(atPath: folder.path) { return folder.path }
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let families: [(folder: String, prefix: String)] = [
    ("/usr/share/fonts/opentype/inter", "Inter-"),
    ("/usr/share/fonts/truetype/jetbrains-mono", "JetBrainsMono-"),
    ("/usr/share/texmf/fonts/opentype/public/tex-gyre-math", "texgyrepagella"),
    ("/usr/share/fonts/truetype/lohit-devanagari", "Lohit"),
  ]
  for family in families {
    for name in try FileManager.default.contentsOfDirectory(atPath: family.folder)
    where name.hasPrefix(family.prefix) {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: family.folder + "/" + name)
    }
  }
  return folder.path
}
