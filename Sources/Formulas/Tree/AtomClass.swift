/// TeX's eight classes of atoms, which decide the spaces between them (The TeXbook, chapter 18).
package enum AtomClass: Int, Hashable, Sendable, CaseIterable {
  case ordinary
  case largeOperator
  case binary
  case relation
  case opening
  case closing
  case punctuation
  case inner
}
