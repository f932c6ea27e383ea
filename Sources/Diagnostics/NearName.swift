public import Language

/// The name among `candidates` that a user most likely meant by `name`; nil where none is near enough.
///
/// Nearness is the optimal string alignment distance (insertions, deletions, substitutions, transpositions of
/// neighbours), at most a third of the longer name's length; equal distances go to the first candidate in byte order.
public func nearName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  var best: (distance: Int, name: String)?
  for candidate in candidates.sorted() {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let distance = alignmentDistance(wanted, letters)
    let limit = max(1, max(wanted.count, letters.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.name
}

/// `did you mean 'X'?` where some candidate is near enough to `name`, else nil.
public func didYouMean(_ name: String, among candidates: some Sequence<String>) -> Text? {
  nearName(to: name, among: candidates).map { Text(en: "did you mean '\($0)'?", es: "¿quiso decir «\($0)»?") }
}

private func alignmentDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  // Names are short; a longer one is compared no further, which also bounds the cost on hostile input.
  guard abs(a.count - b.count) <= max(a.count, b.count) / 3, max(a.count, b.count) <= 256 else { return .max }
  var before = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [Int](repeating: i, count: b.count + 1)
    for j in 1...b.count {
      let cost = a[i - 1] == b[j - 1] ? 0 : 1
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { row[j] = min(row[j], before[j - 2] + 1) }
    }
    (before, last) = (last, row)
  }
  return last[b.count]
}
