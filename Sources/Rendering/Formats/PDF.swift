import CCairo
import Diagnostics
import Drawing

extension OutputFormat {
  /// A page of a document (PDF 1.5): subset fonts, text that can be searched, no date of its own, one figure with
  /// its description for screen readers.
  static let pdf = OutputFormat(
    name: "pdf", fileExtension: "pdf",
    recognizer: { $0.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil },
    recipeFinder: PDFRecipe.find
  ) { (list, options) throws(Diagnostic) in
    let file = try pdfFile(of: list) { surface in
      cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5)
      // Cairo would write the present time.
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "OnePicture")
      if !list.title.isEmpty { cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, list.title) }
      if !list.alternativeText.isEmpty {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, list.alternativeText)
      }
    }
    var document = try PDFDocument(file)
    if !list.alternativeText.isEmpty { try document.describeFigure(list.alternativeText) }
    if let recipe = options.recipe { try PDFRecipe.attach(recipe, to: &document) }
    return document.finished()
  }
}
