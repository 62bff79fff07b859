import Diagnostics

extension FilmFormat {
  /// VP9 in WebM, by ffmpeg: for web pages, with alpha.
  static let webm = FilmFormat(name: "webm", alpha: .full, loops: false, neededPackage: "ffmpeg") {
    (shape, _, file) throws(Diagnostic) in
    // Frames that are never shown would have no partner among those of alpha.
    let alternates = shape.isOpaque ? "1" : "0"
    return try VideoEncoder(
      shape, file,
      VideoCodec(
        format: "webm", title: "VP9", encoder: "libvpx-vp9", keepsAlpha: true,
        options: [
          "-crf", "15", "-b:v", "0", "-deadline", "good", "-cpu-used", "4", "-row-mt", "1", "-tile-columns",
          "2",
          "-threads", "8", "-auto-alt-ref", alternates,
        ]))
  }
}
