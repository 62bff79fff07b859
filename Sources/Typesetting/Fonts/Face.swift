import Drawing
import Formulas

/// The faces that labels are set in.
enum Face: Int, Hashable, Sendable, CaseIterable {
  case regular
  case medium
  case bold
  case italic
  case boldItalic
  case code
  case codeBold
  case math
  /// Has a shape for most characters that the others lack.
  case fallback

  /// The face for a stretch of a label.
  init(_ style: TextStyle, _ emphasis: Emphasis) {
    let isBold = emphasis.isBold || style.weight == .bold
    let isItalic = emphasis.isItalic || style.isItalic
    if emphasis.isCode {
      self = isBold ? .codeBold : .code
    } else if isItalic {
      self = isBold ? .boldItalic : .italic
    } else if isBold {
      self = .bold
    } else {
      self = style.weight == .medium ? .medium : .regular
    }
  }

  var fileName: String {
    switch self {
    case .regular: "Inter-Regular.otf"
    case .medium: "Inter-Medium.otf"
    case .bold: "Inter-Bold.otf"
    case .italic: "Inter-Italic.otf"
    case .boldItalic: "Inter-BoldItalic.otf"
    case .code: "JetBrainsMono-Regular.ttf"
    case .codeBold: "JetBrainsMono-Bold.ttf"
    case .math: "texgyrepagella-math.otf"
    case .fallback: "DejaVuSans.ttf"
    }
  }

  /// Where the Debian package puts the file.
  var folder: String {
    switch self {
    case .regular, .medium, .bold, .italic, .boldItalic: "/usr/share/fonts/opentype/inter"
    case .code, .codeBold: "/usr/share/fonts/truetype/jetbrains-mono"
    case .math: "/usr/share/texmf/fonts/opentype/public/tex-gyre-math"
    case .fallback: "/usr/share/fonts/truetype/dejavu"
    }
  }

  /// The Debian package that brings the file.
  var debianPackage: String {
    switch self {
    case .regular, .medium, .bold, .italic, .boldItalic: "fonts-inter"
    case .code, .codeBold: "fonts-jetbrains-mono"
    case .math: "fonts-texgyre-math"
    case .fallback: "fonts-dejavu-core"
    }
  }

  /// Whether labels cannot be set without it.
  var isNeeded: Bool { self != .fallback }
}
