import ModuleKit

/// How well a file's columns are those of a kind by their own names.
struct DeclaredSearch {
  let kind: any AnyDatasetKind
  /// The options that columns such as `votes_oak` name, in the order of the file.
  let options: [String]
  /// The kind's columns that the file has.
  let present: [KindColumn]
  /// The file's columns that the kind does not have.
  let unknown: [LookedColumn]
  /// Whether all columns that each row needs are there.
  let isComplete: Bool

  /// An option's name that no file has.
  private static let probe = "\u{1}"

  /// `kind` held against `columns`.
  init(_ kind: any AnyDatasetKind, _ columns: [LookedColumn]) {
    self.kind = kind
    let takesContest = kind.takes.contains(.contest)
    func fields(_ options: [String]) -> [KindColumn] {
      let contest = Contest("contest", rule: .plurality, options: options.map { .init($0, name: Text($0)) })
      return kind.columns(for: takesContest ? contest : nil)
    }
    let names = columns.map(\.name)
    let patterns = takesContest ? fields([Self.probe]).map(\.name).filter { $0.hasSuffix(Self.probe) } : []
    let plain = Set(fields([]).map(\.name))
    var options: [String] = []
    for name in names where !plain.contains(name) {
      for pattern in patterns where name.hasPrefix(pattern.dropLast()) {
        let option = String(name.dropFirst(pattern.count - 1))
        if StringFormat.identifier.admits(option), !options.contains(option) { options.append(option) }
      }
    }
    self.options = options
    let all = fields(options)
    let (known, given) = (Set(all.map(\.name)), Set(names))
    present = all.filter { given.contains($0.name) }
    unknown = columns.filter { !known.contains($0.name) }
    isComplete =
      all.filter { [.key, .required].contains($0.role) }.allSatisfy { given.contains($0.name) }
      && all.contains { $0.role == .key }
  }

  /// Whether the file was made for the kind: most of its columns are the kind's, and none is wanting.
  var isOwn: Bool {
    isComplete && present.count >= unknown.count && (!kind.takes.contains(.contest) || options.count > 1)
  }
}
