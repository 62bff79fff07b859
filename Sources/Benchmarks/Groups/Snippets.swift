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

  /// Nanoseconds a point at sixteen million points.
  static let largeNumPy = """
    import time
    import numpy as np
    n = 4000
    X, Y = np.meshgrid(np.linspace(-2.5, 2.5, n), np.linspace(-1.5, 2.5, n))
    start = time.perf_counter()
    (1 - X) ** 2 + 4 * (Y - 0.5 * X * X) ** 2 + 0.3 * np.sin(3 * X)
    print("points", (time.perf_counter() - start) * 1e9 / n / n)

    """

  private static let trainingTimes = """
    for k in range(50): step()
    times = []
    for k in range(5):
        start = time.perf_counter()
        for i in range(100): step()
        times.append((time.perf_counter() - start) * 10)
    print("step", sorted(times)[2])

    """

  /// Milliseconds a step of gradient descent on a network of 2, 16, 16 and 1, on one thread.
  static let pyTorch =
    """
    import time
    import torch
    torch.set_num_threads(1)
    i, a = torch.arange(1000, dtype=torch.float64), torch.arange(16, dtype=torch.float64)
    X = torch.stack([torch.sin(12.9898 * i), torch.cos(78.233 * i)], 1)
    y = X[:, :1] * X[:, 1:]
    weights = [
        torch.sin(3 * a[:2, None] + a), torch.zeros(16, dtype=a.dtype), 0.25 * torch.sin(5 * a[:, None] + 2 * a),
        torch.zeros(16, dtype=a.dtype), 0.25 * torch.sin(7 * a)[:, None], torch.zeros(1, dtype=a.dtype)]
    weights = [w.clone().requires_grad_(True) for w in weights]
    optimizer = torch.optim.SGD(weights, lr=0.1)
    def step():
        W1, b1, W2, b2, W3, b3 = weights
        loss = ((torch.tanh(torch.tanh(X @ W1 + b1) @ W2 + b2) @ W3 + b3 - y) ** 2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()

    """ + trainingTimes

  /// The same with derivatives written by hand.
  static let trainingByHand =
    """
    import os, time
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    import numpy as np
    i, a = np.arange(1000.0), np.arange(16.0)
    X = np.stack([np.sin(12.9898 * i), np.cos(78.233 * i)], 1)
    y = X[:, :1] * X[:, 1:]
    W = [np.sin(3 * a[:2, None] + a), np.zeros(16), 0.25 * np.sin(5 * a[:, None] + 2 * a), np.zeros(16),
         0.25 * np.sin(7 * a)[:, None], np.zeros(1)]
    def step():
        A = np.tanh(X @ W[0] + W[1])
        B = np.tanh(A @ W[2] + W[3])
        r = B @ W[4] + W[5] - y
        g = 2 / 1000 * r
        v = (g @ W[4].T) * (1 - B * B)
        u = (v @ W[2].T) * (1 - A * A)
        gradients = [X.T @ u, u.sum(0), A.T @ v, v.sum(0), B.T @ g, g.sum(0)]
        for w, d in zip(W, gradients): w -= 0.1 * d
        return np.mean(r * r)

    """ + trainingTimes

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

  /// Milliseconds of reading tables by pandas' C engine, on one thread.
  static func pandas(numbers: String, mixed: String) -> String {
    """
    import statistics, time
    import pandas
    for name, path in [("numbers", "\(numbers)"), ("mixed", "\(mixed)")]:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            pandas.read_csv(path, engine="c")
            times.append((time.perf_counter() - start) * 1e3)
        print(name, statistics.median(times))

    """
  }
}
