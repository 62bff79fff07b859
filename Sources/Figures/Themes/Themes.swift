package import Diagnostics

/// The themes by name; each is one file beside this one.
package let themes = Catalogue<Theme>("theme", ["light": .light, "dark": .dark, "print": .print])
