package import Drawing
package import Formulas

extension FontTypesetter {
  /// Sets a listing in the code face without ligatures.
  package func typeset(_ listing: Listing, in style: CodeStyle) -> TextBlock {
    var layout = CodeLayout(listing, style, shaper: layouts(style.fonts).shaper)
    return layout.block()
  }
}
