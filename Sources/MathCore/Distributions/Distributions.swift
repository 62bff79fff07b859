package import Diagnostics

/// All distributions that are set up by numbers, by the names that users write.
package let distributions = Catalogue<any DistributionFamily.Type>(
  "distribution",
  [
    "normal": Normal.self,
    "gamma": Gamma.self,
    "student_t": StudentT.self,
    "chi_squared": ChiSquared.self,
    "fisher_f": FisherF.self,
    "binomial": Binomial.self,
  ])
