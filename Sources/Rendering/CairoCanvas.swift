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
  /// What may be drawn without leaving Cairo's number range, in device units.
  private let bounds: Rect
  /// From the coordinates of the items being painted to device units.
  private var toDevice: Transform

  /// Takes over a surface of the given size in device units, with so many of them to a point.
  init(owning surface: OpaquePointer, _ medium: Medium, _ size: Size, unitsPerPoint: Double)
    throws(Diagnostic)
  {
    self.medium = medium
    self.surface = surface
    context = cairo_create(surface)
    // Cairo counts in 1/256 of a unit in 32 bits: 2^23 units. A margin of 2^16 hides every line's ends,
    // and turning the page leaves the coordinates well within the range.
    bounds = Rect(minX: 0, minY: 0, maxX: size.width, maxY: size.height).outset(by: 65_536)
    toDevice = .scale(unitsPerPoint, unitsPerPoint)
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
    if let background = list.background {
      use(background)
      cairo_paint(context)
    }
    try paint(list.items)
    try check()
  }

  /// Cairo remembers the first thing that went wrong; a picture with a fault in it is not shown.
  borrowing func check() throws(Diagnostic) {
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw Diagnostic("the picture cannot be painted: \(String(cString: cairo_status_to_string(status)))")
    }
  }

  private mutating func paint(_ items: [DisplayItem]) throws(Diagnostic) {
    for item in items {
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
    let outer = toDevice
    defer { toDevice = outer }
    cairo_save(context)
    defer { cairo_restore(context) }
    if transform != .identity {
      toDevice = transform.then(outer)
      var matrix = cairo_matrix_t(transform)
      cairo_transform(context, &matrix)
    }
    if let clip = group.clip {
      trace(reachable(clip, closing: true))
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

  /// The box that paths have to stay in, in their own coordinates.
  var reach: Rect { toDevice.inverse?.apply(bounds) ?? .zero }

  /// Device units in one unit of the items being painted.
  var unitsPerPathUnit: Double { abs(toDevice.a * toDevice.d - toDevice.b * toDevice.c).squareRoot() }

  /// The path itself, or what can be seen of it if it leaves Cairo's number range.
  func reachable(_ path: Path, closing: Bool) -> Path {
    let reach = reach
    return path.lies(within: reach) ? path : path.clipped(to: reach, closing: closing)
  }

  /// Makes a color the one that is painted with.
  func use(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }
}
