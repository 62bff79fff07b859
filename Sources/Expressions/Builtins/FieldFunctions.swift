/// Lines and cells of fields, curves and points.
let fieldFunctions: [Builtin] = []
