package import Diagnostics

/// A node as one kind of value; `subject` names it in messages, such as `'levels' of 'contours'`.
extension Node {
  /// The items of a list.
  package func items(for subject: String) throws(Diagnostic) -> [Node] {
    guard case .sequence(let items) = content else { throw mismatch(subject, "a list") }
    return items
  }

  /// The keys and values of a mapping.
  package func entries(for subject: String) throws(Diagnostic) -> [Entry] {
    guard case .mapping(let entries) = content else { throw mismatch(subject, "a mapping") }
    return entries
  }

  /// A text, number or boolean; neither a list nor a mapping.
  package func scalar(for subject: String) throws(Diagnostic) -> Scalar {
    guard case .scalar(let scalar) = content else { throw mismatch(subject, "a single value") }
    return scalar
  }

  /// The text of any scalar, as written.
  package func text(for subject: String) throws(Diagnostic) -> LocatedText {
    guard case .scalar(let scalar) = content else { throw mismatch(subject, "text") }
    return scalar.text
  }

  /// A number in a range; without a range any finite one, and NaN never.
  package func number(
    for subject: String, in range: ClosedRange<Double>? = nil
  ) throws(Diagnostic) -> Double {
    guard case .scalar(let scalar) = content, case .number(let number) = scalar.resolved else {
      throw mismatch(subject, "a number")
    }
    guard range?.contains(number) ?? number.isFinite else {
      throw Diagnostic(
        "\(subject): expected a number \(described(range)), found \(scalar.text.text)", at: location)
    }
    return number
  }

  /// A whole number in a range; `3.0` and `1e3` are whole numbers too.
  package func integer(for subject: String, in range: ClosedRange<Int>? = nil) throws(Diagnostic) -> Int {
    guard case .scalar(let scalar) = content, case .number(let number) = scalar.resolved else {
      throw mismatch(subject, "a whole number")
    }
    guard let integer = Int(exactly: number), range?.contains(integer) ?? true else {
      throw Diagnostic(
        "\(subject): expected a whole number\(described(range)), found \(scalar.text.text)", at: location)
    }
    return integer
  }

  /// `true` or `false`.
  package func boolean(for subject: String) throws(Diagnostic) -> Bool {
    guard case .scalar(let scalar) = content, case .boolean(let boolean) = scalar.resolved else {
      throw mismatch(subject, "true or false")
    }
    return boolean
  }

  /// The complaint that this node is of another kind.
  package func mismatch(_ subject: String, _ expected: String) -> Diagnostic {
    var found = typeDescription
    if case .scalar(let scalar) = content, case .text = scalar.resolved {
      let text = scalar.text.text
      let isShort = text.utf8.count <= 40 && !text.contains(where: \.isNewline)
      found = isShort ? "'\(text)'" : "a long text"
    }
    return Diagnostic("\(subject): expected \(expected), found \(found)", at: location)
  }
}

private func described(_ range: ClosedRange<Double>?) -> String {
  guard let range else { return "that is finite" }
  return switch (range.lowerBound.isFinite, range.upperBound.isFinite) {
  case (true, true): "from \(shortest(range.lowerBound)) to \(shortest(range.upperBound))"
  case (true, false): "of at least \(shortest(range.lowerBound))"
  case (false, true): "of at most \(shortest(range.upperBound))"
  case (false, false): "that is not NaN"
  }
}

private func described(_ range: ClosedRange<Int>?) -> String {
  guard let range else { return "" }
  if range.upperBound == .max { return " of at least \(range.lowerBound)" }
  return " from \(range.lowerBound) to \(range.upperBound)"
}

/// The shortest digits that give the number back, whole numbers without `.0`.
private func shortest(_ number: Double) -> String {
  let text = "\(number)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
