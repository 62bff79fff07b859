package import Diagnostics

/// The kinds of scales by the names that scenes use: the whole registration of a scale is one line here.
package let scales = Catalogue<ScaleKind>(
  "scale",
  [
    "linear": LinearScale.kind,
    "log": LogScale.kind,
    "symlog": SymlogScale.kind,
    "power": PowerScale.kind,
    "sqrt": PowerScale.squareRootKind,
    "pi": PiScale.kind,
    "time": TimeScale.kind,
    "duration": DurationScale.kind,
    "band": BandScale.kind,
    "point": PointScale.kind,
  ])
