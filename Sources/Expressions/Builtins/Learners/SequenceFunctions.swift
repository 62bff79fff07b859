/// Models of what comes one after another.
let sequenceFunctions: [Builtin] = []
