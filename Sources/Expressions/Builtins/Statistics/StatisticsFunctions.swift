/// What describes data: summaries, how columns vary together, histograms and densities.
let statisticsFunctions = summaryFunctions + correlationFunctions + densityFunctions
