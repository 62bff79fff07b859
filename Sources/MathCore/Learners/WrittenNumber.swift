extension Double {
  /// As users write it in a message: 30, not 30.0.
  var written: String {
    let text = "\(self)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
