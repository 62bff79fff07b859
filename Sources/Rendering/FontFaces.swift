import CCairo
import Diagnostics
import Drawing
import Synchronization

/// The fonts that were opened for files that keep text as text; pictures made of pixels need none.
///
/// A face lives as long as the process, since Cairo keeps its glyphs beyond the last reference.
let fontFaces = FontFaces()

/// Cairo font faces by file, opened when first asked for.
final class FontFaces: Sendable {
  /// A handle that Cairo counts and locks itself, so that threads may share it.
  struct Handle: @unchecked Sendable {
    let handle: OpaquePointer
  }

  /// An opened font.
  struct Face: Sendable {
    let handle: Handle
    /// The glyph of a space; `nil` if the font has none.
    let blank: UInt32?
  }

  private struct Opened {
    var library: FT_Library?
    var faces: [FontReference: Face] = [:]
  }

  /// Outlines and advances as designed, whatever the desktop prefers.
  let options: Handle
  private let opened = Mutex(Opened())

  init() {
    let options: OpaquePointer = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    self.options = Handle(handle: options)
  }

  /// The face of a font file.
  func face(_ font: FontReference) throws(Diagnostic) -> Face {
    try opened.withLock { opened throws(Diagnostic) in
      if let face = opened.faces[font] { return face }
      if opened.library == nil, FT_Init_FreeType(&opened.library) != 0 {
        throw Diagnostic("FreeType does not start, so no font can be opened")
      }
      var file: FT_Face?
      guard FT_New_Face(opened.library, font.path, font.index, &file) == 0, let file else {
        throw Diagnostic("font '\(font.path)' does not open, expected an OpenType or TrueType font file")
      }
      let flags = Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
      let handle = Handle(handle: cairo_ft_font_face_create_for_ft_face(file, flags))
      let blank = UInt32(FT_Get_Char_Index(file, 0x20))
      let face = Face(handle: handle, blank: blank == 0 ? nil : blank)
      opened.faces[font] = face
      return face
    }
  }
}
