package import Diagnostics

/// How code of one language is taken apart.
package struct CodeLanguage: Sendable {
  /// The tokens of any text, which together are the text; in time linear in its length.
  package let tokens: @Sendable (_ text: String) -> [CodeToken]

  package init(tokens: @escaping @Sendable (_ text: String) -> [CodeToken]) { self.tokens = tokens }
}

/// The languages of listings by the names that scenes use; each is one file beside this one.
package let codeLanguages = Catalogue<CodeLanguage>("language", ["python": .python, "plain": .plain])
