/// What is wrong with an argument of a library function, in the words of the function's own parameters.
///
/// The mathematics knows no places in texts: whoever calls it for a user adds them.
package struct ArgumentError: Error, Hashable, Sendable {
  /// The parameter, as users write it, or `nil` if the arguments do not fit one another.
  package var argument: String?
  /// What was expected, and what was found: lower case, no full stop.
  package var message: String
  /// How to mend it.
  package var help: String?

  package init(_ argument: String?, _ message: String, help: String? = nil) {
    self.argument = argument
    self.message = message
    self.help = help
  }
}
