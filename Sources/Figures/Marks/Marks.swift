package import Diagnostics

/// The marks by the names that scenes use: the whole registration of a mark is one line here.
package let marks = Catalogue<any Mark.Type>(
  "mark",
  [
    "arrow": ArrowMark.self,
    "arrows": Arrows.self,
    "bars": Bars.self,
    "brace": Brace.self,
    "callout": Callout.self,
    "code": CodeMark.self,
    "contours": Contours.self,
    "curve": Curve.self,
    "distribution": DistributionMark.self,
    "equation": EquationMark.self,
    "interval": Interval.self,
    "line": LineMark.self,
    "parallelogram": Parallelogram.self,
    "path": PathMark.self,
    "point": PointMark.self,
    "points": PointsMark.self,
    "rule": RuleMark.self,
    "secant": SecantMark.self,
    "segment": SegmentMark.self,
    "span": Span.self,
    "tangent": TangentMark.self,
    "text": TextMark.self,
    "vector": VectorMark.self,
  ])
