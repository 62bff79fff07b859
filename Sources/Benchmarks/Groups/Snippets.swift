/// What Python peers run; each prints a name and a number on every line.
enum Snippets {
  private static let head = """
    import statistics, time
    import numpy as np
    n = 1000
    x = np.linspace(-2.5, 2.5, n)[None, :]
    y = np.linspace(-1.5, 2.5, n)[:, None]
    X, Y = (np.ascontiguousarray(v) for v in np.broadcast_arrays(x, y))
    def show(name, unit, f):
        times = []
        for _ in range(6):
            start = time.perf_counter()
            f()
            times.append(time.perf_counter() - start)
        print(name, statistics.median(times[1:]) * unit)
    def loss(x, y):
        return (1 - x) ** 2 + 4 * (y - 0.5 * x * x) ** 2 + 0.3 * np.sin(3 * x)

    """

  /// Nanoseconds a point: at every point, and with rows and columns broadcast by hand.
  static let numpy =
    head + """
      def both(x, y):
          a = 1 - x
          r = y - 0.5 * x * x
          return (a * a + 4 * r * r + 0.3 * np.sin(3 * x), -2 * a - 8 * x * r + 0.9 * np.cos(3 * x), 8 * r)
      show("points", 1e3, lambda: loss(X, Y))
      show("grid", 1e3, lambda: loss(x, y))
      show("points-gradient", 1e3, lambda: both(X, Y))
      show("grid-gradient", 1e3, lambda: both(x, y))

      """

  /// Nanoseconds a point on one thread.
  static let numexpr =
    head + """
      import numexpr
      numexpr.set_num_threads(1)
      text = "(1-x)**2 + 4*(y-0.5*x*x)**2 + 0.3*sin(3*x)"
      show("points", 1e3, lambda: numexpr.evaluate(text, {"x": X, "y": Y}))
      show("grid", 1e3, lambda: numexpr.evaluate(text, {"x": x, "y": y}))

      """

  /// Milliseconds for all levels; as many bands as we have regions.
  static let contourpy =
    head + """
      from contourpy import contour_generator, FillType, LineType
      z = loss(x, y)
      levels = 0.225 * np.arange(1, 22) ** 2
      def generator():
          return contour_generator(
              x[0], y[:, 0], z, name="serial", line_type=LineType.Separate, fill_type=FillType.OuterOffset)
      def lines():
          g = generator()
          return [g.lines(level) for level in levels[:20]]
      def regions():
          g = generator()
          return [g.filled(low, high) for low, high in zip(levels[:-1], levels[1:])]
      show("lines", 1e3, lines)
      show("regions", 1e3, regions)

      """
}
