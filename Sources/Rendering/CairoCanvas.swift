import CCairo
import Diagnostics
import Drawing
import Geometry

/// A Cairo surface and the pen that paints display items on it.
struct CairoCanvas: ~Copyable {
  /// What the surface keeps: colors of pixels, or the shapes themselves.
  enum Medium {
    case pixels
    case shapes
  }

  let medium: Medium
  let surface: OpaquePointer
  let context: OpaquePointer
  /// What may be drawn without leaving Cairo's number range, seen from the items being painted.
  private(set) var reach: Reach

  /// Takes over a surface of the given size in device units, with so many of them to a point.
  init(owning surface: OpaquePointer, _ medium: Medium, _ size: Size, unitsPerPoint: Double)
    throws(Diagnostic)
  {
    self.medium = medium
    self.surface = surface
    context = cairo_create(surface)
    reach = Reach(size, unitsPerPoint: unitsPerPoint)
    cairo_scale(context, unitsPerPoint, unitsPerPoint)
    // Cairo's default antialiasing stays: its faster one paints the one picture in 8.7 instead of 13.3 ms,
    // but on a grid of 4 × 4 to a pixel, 17 shades, which shows in text and lets slow motion stutter.
    // A quarter of Cairo's own: a dot of 1.3 points covers its area to 1 % instead of 2.5; 0.3 ms a picture.
    cairo_set_tolerance(context, 0.025)
    try check()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Everything in the list, over its background.
  mutating func paint(_ list: DisplayList) throws(Diagnostic) {
    paint(background: list.background)
    // To those who cannot see it the page is one figure. Tags before the background would be lost: Cairo forgets
    // what it paints over.
    let tags = medium == .shapes ? ["Document", "Figure"] : []
    for tag in tags { cairo_tag_begin(context, tag, "") }
    try paint(list.items)
    for tag in tags.reversed() { cairo_tag_end(context, tag) }
    try check()
  }

  /// The page's color, everywhere.
  func paint(background: Color?) {
    guard let background else { return }
    use(background)
    cairo_paint(context)
  }

  /// Cairo remembers the first thing that went wrong; a picture with a fault in it is not shown.
  borrowing func check() throws(Diagnostic) {
    let found = cairo_status(context)
    let status = found == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : found
    guard status == CAIRO_STATUS_SUCCESS else {
      throw Diagnostic("the picture cannot be painted: \(String(cString: cairo_status_to_string(status)))")
    }
  }

  /// The items, one over the other.
  mutating func paint(_ items: [DisplayItem]) throws(Diagnostic) {
    for item in medium == .shapes ? try items.carryingTextOfShapes() : items {
      switch item {
      case .path(let path, let fill, let stroke): paint(path, fill, stroke)
      case .glyphs(let run, let origin): try paint(run, at: origin)
      case .image(let image, let frame): paint(image, in: frame)
      case .group(let group): try paint(group)
      }
    }
  }

  private mutating func paint(_ group: DisplayGroup) throws(Diagnostic) {
    // Not a number counts as opaque: it must not make things vanish.
    let opacity = group.opacity < 1 ? group.opacity : 1
    guard opacity > 0, let transform = group.transform.ifInvertible else { return }
    let outer = reach
    defer { reach = outer }
    cairo_save(context)
    defer { cairo_restore(context) }
    if transform != .identity {
      reach = outer.inside(transform)
      var matrix = cairo_matrix_t(transform)
      cairo_transform(context, &matrix)
    }
    if let clip = group.clip {
      trace(reach.reachable(clip, closing: true))
      cairo_clip(context)
    }
    if opacity == 1 {
      try paint(group.items)
    } else if group.items.count == 1, let faded = group.items[0].faded(by: opacity) {
      // A group of Cairo's own is a second picture: 8 MB and 0.4 ms at 1920 × 1080.
      try paint([faded])
    } else {
      cairo_push_group(context)
      try paint(group.items)
      cairo_pop_group_to_source(context)
      cairo_paint_with_alpha(context, opacity)
    }
  }

  /// Makes a color the one that is painted with.
  func use(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }
}
