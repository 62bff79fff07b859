internal import MathCore

/// The value as a formula in LaTeX spelling: a vector as a column, a matrix by rows, powers of ten raised.
///
/// `nil` for values that no formula shows, and for tensors of more than two axes.
func texText(of value: Value, _ number: (Double) -> String) -> String? {
  switch value {
  case .number(let x): return number(x)
  case .tensor(let tensor) where tensor.rank == 1:
    return texMatrix(tensor.elements.map { [number($0)] })
  case .tensor(let tensor) where tensor.rank == 2:
    let width = tensor.shape[1]
    return texMatrix(
      (0..<tensor.shape[0]).map { row in
        tensor.elements[row * width..<(row + 1) * width].map { number($0) }
      })
  case .range(let range): return texText(of: .tensor(Tensor(range.elements)), number)
  case .boolean(let boolean): return "\\text{\(boolean ? "true" : "false")}"
  case .text(let text): return "\\text{\(text)}"
  case .tensor, .list, .texts, .table, .function, .record, .distribution, .optimizer, .recorded: return nil
  }
}

private func texMatrix(_ rows: [[String]]) -> String {
  let body = rows.map { $0.joined(separator: " & ") }.joined(separator: " \\\\ ")
  return "\\begin{bmatrix} \(body) \\end{bmatrix}"
}

/// A number's text in a formula: `1.2e−05` becomes `1.2 \times 10^{-5}`, and a percent sign is escaped.
func texNumber(_ text: String) -> String {
  var text = text
  if text == "nan" { return "\\text{nan}" }
  var percent = ""
  if text.hasSuffix("%") {
    text.removeLast()
    percent = "\\%"
  }
  guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return text + percent }
  let exponent = text[text.index(after: mark)...].replacing("\u{2212}", with: "-")
  guard let power = Int(exponent) else { return text + percent }
  return "\(text[..<mark]) \\times 10^{\(power)}\(percent)"
}
