/// How the names of scene files end.
let sceneExtensions = ["yaml", "yml", "json"]

/// The parts of a path without `.`, and with `..` taken back as far as the path itself tells.
func components(of path: String) -> [String] {
  var parts: [String] = []
  for part in path.split(separator: "/").map(String.init) where part != "." {
    if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
  }
  return parts
}

/// The letters after the last dot of a file's name; empty without one, and for hidden files.
func fileExtension(of path: String) -> String {
  let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
  return String(name[name.index(after: dot)...])
}

/// A file's name without its extension.
func withoutExtension(_ name: String) -> String {
  let ending = fileExtension(of: name)
  return ending.isEmpty ? name : String(name.dropLast(ending.count + 1))
}

/// The path below a folder, which is left out if it is the one we are in.
func joined(_ folder: String, _ name: String) -> String {
  if folder.isEmpty { return name }
  return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
}
