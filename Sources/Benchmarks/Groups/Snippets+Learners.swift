extension Snippets {
  /// Milliseconds on one thread; as many steps as ours takes, and no stop before them.
  static let scikitLearn = """
    import os, statistics, time, warnings
    os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
    warnings.filterwarnings("ignore")
    import numpy as np
    from sklearn.cluster import KMeans
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE
    from sklearn.mixture import GaussianMixture
    i, j = np.arange(10000.0)[:, None], np.arange(10.0)
    noise = 43758.5453 * np.sin(12.9898 * i + 78.233 * j)
    X = 3 * np.sin(3 * (i % 8) + j) + 4 * (noise - np.floor(noise))
    def show(name, repetitions, f):
        times = []
        for _ in range(repetitions):
            start = time.perf_counter()
            f()
            times.append(time.perf_counter() - start)
        print(name, statistics.median(times[1:] or times) * 1e3)
    show("kmeans", 4, lambda: KMeans(8, init=X[:8], n_init=1, tol=0).fit(X))
    show("pca", 4, lambda: PCA().fit_transform(X))
    show("em", 4, lambda: GaussianMixture(
        5, max_iter=50, tol=0, weights_init=np.full(5, 0.2), means_init=X[:5],
        precisions_init=np.tile(np.eye(10), (5, 1, 1))).fit(X))
    show("tsne", 1, lambda: TSNE(
        method="exact", max_iter=250, n_iter_without_progress=250, min_grad_norm=0).fit(X[:1000]))

    """
}
