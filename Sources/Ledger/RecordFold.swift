import Hashing
import Schema

/// Folds the entries of one record by what each of them had seen.
///
/// One entry precedes another where the other's `after` reaches it, or where its author wrote it earlier. Since each author's entries
/// stand in one line, it is enough to know for each entry how far it had seen each author.
struct RecordFold {
  /// How far an entry had seen each author: the place of the author's last entry that precedes it.
  private typealias Sight = [String: Int]

  /// An entry with the entries that must be there before it.
  private struct Node {
    let read: ReadEntry
    let needs: Set<Hash32>
    var id: Hash32 { read.entry.id }
  }

  let view: RecordView

  init(_ opening: ReadEntry, _ changes: [ReadEntry]) {
    let nodes = Self.nodes(opening, changes)
    let folded = Self.ordered(nodes)
    var sights: [Hash32: Sight] = [:]
    var candidates: [String: [(entry: Entry, value: Value)]] = [:]
    var newest: [Entry] = []
    for node in folded {
      let entry = node.read.entry
      let sight = node.needs.reduce(into: Sight()) { $0.merge(sights[$1] ?? [:], uniquingKeysWith: max) }
      sights[entry.id] = sight.merging([entry.author: entry.seq], uniquingKeysWith: max)
      func isUnseen(_ other: Entry) -> Bool { sight[other.author].map { $0 < other.seq } ?? true }
      newest = newest.filter(isUnseen) + [entry]
      for (name, value) in node.read.fields ?? [:] {
        candidates[name] = (candidates[name] ?? []).filter { isUnseen($0.entry) } + [(entry, value)]
      }
    }
    let done = Set(folded.map(\.id))
    view = RecordView(
      opening: opening.entry, fields: candidates.mapValues(Self.values), entries: folded.map(\.read.entry),
      pending: changes.map(\.entry).filter { !done.contains($0.id) }.inOrder,
      unreadable: folded.filter { $0.read.fields == nil }.map(\.read.entry).inOrder,
      newest: newest.map(\.id).sorted { $0.hex < $1.hex })
  }

  private static func nodes(_ opening: ReadEntry, _ changes: [ReadEntry]) -> [Node] {
    Dictionary(grouping: [opening] + changes, by: \.entry.author).values.flatMap { line in
      let line = line.sorted { ($0.entry.seq, $0.entry.id.hex) < ($1.entry.seq, $1.entry.id.hex) }
      return line.enumerated().map { place, read in
        // An author's entries follow one another, whatever they say; but what was written before the opening is not about it.
        let earlier = place > 0 ? [line[place - 1].entry.id] : []
        return Node(read: read, needs: Set(read.after + earlier))
      }
    }
  }

  /// The entries each behind all that it follows; those that follow one that is not here are left out.
  private static func ordered(_ nodes: [Node]) -> [Node] {
    var waitsFor: [Hash32: Int] = [:]
    var followers: [Hash32: [Node]] = [:]
    for node in nodes {
      waitsFor[node.id] = node.needs.count
      for need in node.needs { followers[need, default: []].append(node) }
    }
    // A change that names nothing that it follows is about nothing: only an opening stands alone.
    var ready = nodes.filter { $0.read.record == nil && $0.needs.isEmpty }
    var ordered: [Node] = []
    while !ready.isEmpty {
      ordered += ready
      var next: [Node] = []
      for follower in ready.flatMap({ followers[$0.id] ?? [] }) {
        guard let left = waitsFor[follower.id] else { continue }
        waitsFor[follower.id] = left - 1
        if left == 1 { next.append(follower) }
      }
      ready = next.sorted { $0.id.hex < $1.id.hex }
    }
    return ordered
  }

  /// The distinct values of a field, each with the entries that give it.
  private static func values(_ candidates: [(entry: Entry, value: Value)]) -> [RecordView.FieldValue] {
    Dictionary(grouping: candidates) { $0.value.ledgerText }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .map { RecordView.FieldValue(value: $0.value[0].value, entries: $0.value.map(\.entry).inOrder) }
  }
}
