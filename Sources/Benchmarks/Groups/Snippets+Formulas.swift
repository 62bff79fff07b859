extension Snippets {
  /// Microseconds for each formula of a file that mathtext knows, parsed and set; `f7` is the eighth line.
  static func mathtext(formulas: String) -> String {
    """
    import statistics, time
    from matplotlib.mathtext import MathTextParser
    parser = MathTextParser("path")
    for i, line in enumerate(open("\(formulas)", encoding="utf-8")):
        text = "$" + line.strip() + "$"
        times = []
        try:
            for _ in range(4):
                MathTextParser._parse_cached.cache_clear()
                start = time.perf_counter()
                parser.parse(text, 96)
                times.append(time.perf_counter() - start)
        except Exception:
            continue
        print(f"f{i}", statistics.median(times[1:]) * 1e6)

    """
  }
}
