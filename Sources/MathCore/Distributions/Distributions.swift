package import Diagnostics

/// All distributions that are set up by numbers, by the names that users write.
package let distributions = Catalogue<any DistributionFamily.Type>(
  "distribution",
  [
    "normal": Normal.self,
    "uniform": Uniform.self,
    "exponential": Exponential.self,
    "gamma": Gamma.self,
    "beta": Beta.self,
    "student_t": StudentT.self,
    "chi_squared": ChiSquared.self,
    "fisher_f": FisherF.self,
    "laplace": Laplace.self,
    "log_normal": LogNormal.self,
    "cauchy": Cauchy.self,
    "logistic": Logistic.self,
    "weibull": Weibull.self,
    "bernoulli": Bernoulli.self,
    "binomial": Binomial.self,
    "poisson": Poisson.self,
    "geometric": Geometric.self,
    "negative_binomial": NegativeBinomial.self,
    "discrete_uniform": DiscreteUniform.self,
  ])
