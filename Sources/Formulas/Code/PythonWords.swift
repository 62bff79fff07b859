/// The words of Python 3 that have a meaning of their own.
///
/// Source: The Python Language Reference 3.13, "Keywords" and "Soft Keywords"; The Python Standard Library,
/// "Built-in Functions", "Built-in Constants" and the exceptions of everyday code.
enum PythonWords {
  static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]

  /// Keywords at the start of a statement, where the rest of the line looks like it.
  static let softKeywords: Set<String> = ["match", "case", "type"]

  static let builtins: Set<String> = [
    "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes",
    "callable", "chr", "classmethod", "compile", "complex", "delattr", "dict", "dir", "divmod", "enumerate",
    "eval", "exec", "filter", "float", "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help",
    "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list", "locals", "map", "max",
    "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "range", "repr",
    "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple",
    "type", "vars", "zip", "__import__", "NotImplemented", "Ellipsis", "__debug__", "BaseException",
    "Exception", "ArithmeticError", "AssertionError", "AttributeError", "FileNotFoundError", "IndexError",
    "KeyError", "NotImplementedError", "OSError", "OverflowError", "RuntimeError", "RuntimeWarning",
    "StopIteration", "TypeError", "UserWarning", "ValueError", "Warning", "ZeroDivisionError",
  ]

  static let modules: Set<String> = ["np", "numpy"]

  /// Prefixes of strings, in lower case; `f` and `t` have holes for expressions.
  static let stringPrefixes: Set<String> = [
    "r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt",
  ]

  /// Operators of three and two characters; the others have one.
  static let operators: [[String]] = [
    ["**=", "//=", ">>=", "<<=", "..."],
    [
      ":=", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=", "**", "//",
      "<<", ">>",
    ],
  ]
}
