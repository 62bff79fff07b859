/// Systems of equations, factors of matrices, eigenvalues, distances.
let linearAlgebraFunctions: [Builtin] = []
