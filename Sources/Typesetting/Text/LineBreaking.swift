/// A stretch of a line that is never broken inside.
struct Word {
  var width: Double
  var isSpace: Bool
}

/// The words of each line when they are broken at spaces to fit `width`; spaces at a break vanish.
///
/// Greedy: each line takes as many words as fit; a word that is wider than a line stands alone.
func brokenLines(_ words: [Word], width: Double) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  // The end of the last unbreakable sequence that fits, and how wide the line is up to there.
  var end = 0
  var lineWidth = 0.0
  var index = 0
  while index < words.count {
    let gapStart = index
    var gap = 0.0
    while index < words.count, words[index].isSpace {
      gap += words[index].width
      index += 1
    }
    let wordStart = index
    var wordWidth = 0.0
    while index < words.count, !words[index].isSpace {
      wordWidth += words[index].width
      index += 1
    }
    let isFirst = end == start
    if !isFirst, wordStart < index, lineWidth + gap + wordWidth > width {
      lines.append(start..<gapStart)
      start = wordStart
      lineWidth = wordWidth
    } else {
      lineWidth += gap + wordWidth
    }
    end = index
  }
  lines.append(start..<words.count)
  return lines
}
