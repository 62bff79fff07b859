import Diagnostics
import OnePicture

/// Formulas as a course writes them, for when no file of them is given.
private let ownFormulas = [
  #"w_{t+1} = w_t - \eta \nabla L(w_t)"#,
  #"p_i = \frac{e^{z_i}}{\sum_{j=1}^{k} e^{z_j}}"#,
  #"\sigma(x) = \frac{1}{1 + e^{-x}}"#,
  #"L(w) = \frac{1}{n} \sum_{i=1}^{n} \left(y_i - w^\top x_i\right)^2 + \lambda \|w\|^2"#,
  #"\hat{\theta} = \operatorname{argmax}_\theta \prod_{i=1}^{n} p(x_i \mid \theta)"#,
  #"P(A \mid B) = \frac{P(B \mid A)\, P(A)}{P(B)}"#,
  #"\frac{\partial L}{\partial w_1}"#,
  #"x \in \mathbb{R}^d"#,
  #"\mu \pm 2\sigma"#,
  #"\mathcal{N}(\mu, \sigma^2)"#,
  #"f(x) = \frac{1}{\sigma\sqrt{2\pi}} \exp\left(-\frac{(x - \mu)^2}{2\sigma^2}\right)"#,
  #"A = \begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}"#,
  #"|x| = \begin{cases} x & x \geq 0 \\ -x & x < 0 \end{cases}"#,
  #"\int_{-\infty}^{\infty} e^{-x^2}\, dx = \sqrt{\pi}"#,
  #"\lim_{h \to 0} \frac{f(x + h) - f(x)}{h}"#,
  #"m_t = \beta_1 m_{t-1} + (1 - \beta_1) g_t"#,
  #"\operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V"#,
  #"D_{\mathrm{KL}}(p \,\|\, q) = \sum_x p(x) \log \frac{p(x)}{q(x)}"#,
  #"\bar{x} = \frac{x_1 + x_2 + \cdots + x_n}{n}"#,
  #"\eta \leq 2 / \lambda_{\max}"#,
]

extension Bench {
  /// The formulas of the given file, or our own.
  func formulaSources() throws(Diagnostic) -> [String] {
    guard let formulas else { return ownFormulas }
    let text = String(decoding: try contents(ofFile: formulas), as: UTF8.self)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    guard !lines.isEmpty else { throw Diagnostic("'\(formulas)' holds no formulas") }
    return lines
  }
}
