/// What describes a sample.
let statisticsFunctions: [Builtin] = []
