import Diagnostics

extension FilmFormat {
  /// H.264 in MP4, by ffmpeg: what every player and every slide program plays.
  ///
  /// The number of threads is fixed because the bytes depend on it.
  static let mp4 = FilmFormat(name: "mp4", alpha: .none, loops: false, neededPackage: "ffmpeg") {
    (shape, _, file) throws(Diagnostic) in
    try VideoEncoder(
      shape, file,
      VideoCodec(
        format: "mp4", title: "H.264", encoder: "libx264", keepsAlpha: false,
        options: [
          "-preset", "veryfast", "-tune", "animation", "-crf", "15", "-x264-params", "chroma-qp-offset=-4",
          "-threads", "8", "-movflags", "+faststart",
        ]))
  }
}
