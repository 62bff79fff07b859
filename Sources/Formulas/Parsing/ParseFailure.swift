/// What is wrong in a label, at a UTF-8 offset of its text.
struct ParseFailure: Error {
  var message: String
  var offset: Int
  var help: String?
}
