package import Diagnostics
package import Drawing
import Geometry

extension Scene {
  /// A film on one page: `count` pictures in rows of `columns`, four unless said or three if panels stand
  /// beside each other in them, and the words that they share.
  ///
  /// The pictures are laid out anew for their small size, so that their words can be read on paper. Throws if
  /// the scene is no film, and what is wrong at the moments that it shows.
  package func strip(
    of count: Int, columns: Int?, with typesetter: any Typesetter, options: SceneOptions = SceneOptions()
  ) throws(DiagnosticList) -> (list: DisplayList, warnings: [Diagnostic]) {
    let film = try Film(of: self, with: typesetter, options: options)
    let frames: [Int]
    do { frames = try film.timing.frames(showing: count) } catch { throw DiagnosticList([error]) }
    let whole = try StripPictures(film, frames)
    var bare = self
    let words = try StripWords(takenFrom: &bare, at: frames.compactMap(film.timing.moment(of:)))
    let theme = options.theme ?? theme ?? .light
    let usual = arrangement.columnCount > 1 ? 3 : 4
    var page = StripPage(columns: min(columns ?? usual, frames.count))
    let pictures = try bare.pictures(frames, on: page, asGoodAs: whole, with: typesetter, options: options)
    let fonts = try evaluated(in: theme, fontsCheckedBy: typesetter).fonts
    let press = Press(
      canvas: theme.adjusted(page.canvas), theme: theme, typesetter: typesetter,
      symbols: roles(in: theme), language: language, fonts: fonts)
    page.place(words, around: pictures, press: press)
    let isTransparent = options.isTransparent ?? isTransparent
    var list = page.drawn(on: isTransparent ? nil : theme.ground)
    if let last = whole.lists.last {
      list.title = last.title
      list.alternativeText =
        "\(frames.count) pictures of a film"
        + (last.alternativeText.isEmpty ? "." : ", which end like this: ")
        + last.alternativeText
    }
    return (list, pictures.warnings + list.problems)
  }

  /// The frames of a film as small as they stand on a strip: laid out for that size or, where there is too little
  /// room for that, larger and then made smaller.
  private func pictures(
    _ frames: [Int], on page: StripPage, asGoodAs whole: StripPictures, with typesetter: any Typesetter,
    options: SceneOptions
  ) throws(DiagnosticList) -> StripPictures {
    var best: StripPictures?
    // The finest print that is still read with ease; panels beside each other need it.
    let factors = arrangement.columnCount > 1 ? [1.6, 2, 2.5, 3.2] : [1.25, 1.6, 2, 2.5, 3.2]
    for factor in factors {
      var options = options
      options.canvas = page.cell(for: canvas, times: factor)
      let pictures = try StripPictures(Film(of: self, with: typesetter, options: options), frames, factor)
      if pictures.warnings.count <= whole.warnings.count { return pictures }
      if pictures.warnings.count < best?.warnings.count ?? .max { best = pictures }
    }
    return best ?? whole
  }
}

/// Frames of a film that were drawn alike.
struct StripPictures {
  var lists: [DisplayList] = []
  /// Each once.
  var warnings: [Diagnostic] = []
  /// How many times larger than they are shown.
  var factor: Double

  init(_ film: Film, _ frames: [Int], _ factor: Double = 1) throws(DiagnosticList) {
    self.factor = factor
    for frame in frames {
      let (list, complaints) = try film.drawn(at: frame)
      lists.append(list)
      for complaint in complaints where !warnings.contains(complaint) { warnings.append(complaint) }
    }
  }
}
