/// One row over another.
let fractionCommands = CommandGroup(
  "Fractions and binomials",
  examples: [
    ("frac", .construct(.fraction(nil)), "\\frac{a}{b}"),
    ("dfrac", .construct(.fraction(.display)), "\\dfrac{a}{b}"),
    ("tfrac", .construct(.fraction(.text)), "\\tfrac{a}{b}"),
    ("cfrac", .construct(.continuedFraction), "\\cfrac[l]{1}{1 + x}"),
    ("genfrac", .construct(.generalFraction), "\\genfrac(]{0.8pt}{0}{a}{b}"),
    ("binom", .construct(.binomial(nil)), "\\binom{n}{k}"),
    ("dbinom", .construct(.binomial(.display)), "\\dbinom{n}{k}"),
    ("tbinom", .construct(.binomial(.text)), "\\tbinom{n}{k}"),
    ("over", .structural(.infix(.over)), "{a \\over b}"),
    ("atop", .structural(.infix(.atop)), "{a \\atop b}"),
    ("choose", .structural(.infix(.choose)), "{n \\choose k}"),
    ("brace", .structural(.infix(.brace)), "{n \\brace k}"),
    ("brack", .structural(.infix(.brack)), "{n \\brack k}"),
    ("above", .structural(.infix(.above)), "{a \\above 1pt b}"),
    ("sqrt", .construct(.radical), "\\sqrt[3]{x}"),
  ])
