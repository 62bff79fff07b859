/// Letters by what they denote: a prefix, then the letter.
///
/// Source: Goodfellow, Bengio and Courville, "Deep Learning" (2016), notation. A new family is one row.
let letterFamilies: [(prefix: String, meaning: String, isCapital: Bool, alphabet: Alphabet)] = [
  ("v", "vector", false, .boldItalic),
  ("m", "matrix", true, .boldItalic),
  ("t", "tensor", true, .sansSerifBoldItalic),
  ("s", "set", true, .blackboard),
  ("g", "graph", true, .calligraphic),
  ("rv", "random vector", false, .bold),
  ("rm", "random matrix", true, .bold),
  ("ev", "element of a vector", false, .automatic),
  ("em", "element of a matrix", true, .automatic),
]

/// `\vx`, `\mW` and the like; `nil` for names of no family.
func familyCommand(_ name: ArraySlice<Unicode.Scalar>) -> Command? {
  guard 2...3 ~= name.count, let letter = name.last, letter.isASCIILetter else { return nil }
  for family in letterFamilies where family.isCapital == (letter.value < 97) {
    if family.prefix.unicodeScalars.elementsEqual(name.dropLast()) {
      return .letter(letter, family.alphabet)
    }
  }
  return nil
}
