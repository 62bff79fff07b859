package import Diagnostics

/// Every kind of file that a film can be written to as a whole.
package let filmFormats = Catalogue<FilmFormat>(
  "film format",
  [
    "mp4": .mp4,
    "webm": .webm,
    "gif": .gif,
    "apng": .apng,
    "webp": .webp,
  ])
