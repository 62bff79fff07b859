import Diagnostics
import Drawing

extension OutputFormat {
  /// Pixels (PNG, ISO/IEC 15948), without alpha where the background is opaque.
  static let png = OutputFormat(
    name: "png", fileExtension: "png", isMadeOfPixels: true,
    recognizer: { $0.starts(with: PNGRecipe.signature) }, recipeFinder: PNGRecipe.find
  ) { (list, options) throws(Diagnostic) in
    let picture = try PixelPicture(painting: list, options)
    var file = PNGFile()
    file.appendStart(of: list, picture.surface.page)
    if let recipe = options.recipe { try file.append(recipe) }
    var compressor = BandCompressor(for: picture.surface.page)
    file.appendPixels(compressor.bands(of: picture.surface))
    file.append("IEND", [])
    return file.bytes
  }
}
