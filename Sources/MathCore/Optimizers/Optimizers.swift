package import Diagnostics

/// All rules of descent by the names that users write.
package let optimizers = Catalogue<any (DescentRule & Configurable).Type>(
  "optimizer",
  [
    "sgd": SGD.self,
    "momentum": Momentum.self,
    "nesterov": Nesterov.self,
    "adagrad": AdaGrad.self,
    "rmsprop": RMSProp.self,
    "adadelta": AdaDelta.self,
    "adam": Adam.self,
    "adamw": AdamW.self,
    "nadam": NAdam.self,
    "amsgrad": AMSGrad.self,
    "newton": Newton.self,
    "line_search": Backtracking.self,
  ])
