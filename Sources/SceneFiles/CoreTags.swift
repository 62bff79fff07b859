import Diagnostics

/// What a scalar stands for, by its tag if it has one, else by how it is written.
func resolvedByTag(
  _ text: String, _ style: Scalar.Style, tag: String?, at location: SourceLocation
) throws(Diagnostic) -> Scalar.Resolved {
  guard let tag else { return style == .plain ? resolvedByCoreSchema(text) : .text }
  let resolved = resolvedByCoreSchema(text)
  switch (tag, resolved) {
  // A lone `!` says "not resolved", which makes a scalar text.
  case ("!", _), (coreTag("str"), _): return .text
  case (coreTag("int"), .number(let number)) where number.isFinite && number.rounded() == number:
    return resolved
  case (coreTag("float"), .number), (coreTag("bool"), .boolean), (coreTag("null"), .null): return resolved
  case (coreTag("int"), _), (coreTag("float"), _), (coreTag("bool"), _), (coreTag("null"), _):
    throw Diagnostic("'\(text)' is not what its tag '\(written(tag))' says", at: location)
  default: throw unexpectedTag(tag, at: location)
  }
}

/// The complaint about a tag of another schema or on the wrong kind of value.
func unexpectedTag(_ tag: String, at location: SourceLocation) -> Diagnostic {
  Diagnostic(
    "the tag '\(written(tag))' does not belong here", at: location,
    help: "put text that starts with '!' in single quotes")
}

/// The full name of a tag of the core schema.
func coreTag(_ name: String) -> String { "tag:yaml.org,2002:" + name }

/// A tag as users write it: `!!str` for the core schema's.
private func written(_ tag: String) -> String {
  let prefix = coreTag("")
  return tag.hasPrefix(prefix) ? "!!" + tag.dropFirst(prefix.count) : tag
}
