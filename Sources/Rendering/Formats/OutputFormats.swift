package import Diagnostics

/// Every kind of file that can be written.
package let outputFormats = Catalogue<OutputFormat>(
  "format",
  [
    "png": .png,
    "svg": .svg,
    "pdf": .pdf,
  ])
