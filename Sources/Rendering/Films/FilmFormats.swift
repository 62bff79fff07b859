package import Diagnostics

/// Every kind of file that a film can be written to as a whole.
package let filmFormats = Catalogue<FilmFormat>(
  "film format",
  [
    "apng": .apng
  ])
