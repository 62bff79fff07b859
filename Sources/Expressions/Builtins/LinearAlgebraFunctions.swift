/// Systems of equations, factors of matrices, eigenvalues, subspaces, distances.
let linearAlgebraFunctions: [Builtin] =
  systemFunctions + decompositionFunctions + matrixFunctions + subspaceFunctions + distanceFunctions
