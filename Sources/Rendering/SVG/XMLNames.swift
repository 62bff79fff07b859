/// A name that XML and `url(#…)` take: ASCII letters, digits, hyphens and underscores, a letter first.
///
/// Other characters become their code point, so that different names stay different.
func identifier(_ name: String) -> String {
  var result = ""
  for scalar in name.unicodeScalars {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-": result.unicodeScalars.append(scalar)
    default: result += "_" + String(scalar.value, radix: 16) + "_"
    }
  }
  guard let first = result.unicodeScalars.first, first.properties.isAlphabetic else {
    return "picture" + result
  }
  return result
}

/// Text as XML content or as a value in double quotes, without the characters that XML 1.0 (section 2.2)
/// forbids even when escaped.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\t", "\n", "\r": result.unicodeScalars.append(" ")
    case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
