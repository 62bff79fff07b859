import CHarfBuzz

/// A writing system, by Unicode's property of that name.
struct Script: Hashable, Sendable {
  private let rawValue: UInt32

  static let latin = Script(HB_SCRIPT_LATIN)

  private init(_ script: hb_script_t) { rawValue = script.rawValue }

  /// The script of a character; `nil` for one that belongs to any, such as a digit or an accent.
  init?(of scalar: Unicode.Scalar) {
    if scalar.isASCII {
      guard scalar.properties.isAlphabetic else { return nil }
      self = .latin
      return
    }
    let script = hb_unicode_script(hb_unicode_funcs_get_default(), scalar.value)
    if [HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN].contains(script) { return nil }
    self.init(script)
  }

  var harfBuzz: hb_script_t { hb_script_t(rawValue: rawValue) }
}
