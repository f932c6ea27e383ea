import Hashing

extension ModuleLine {
  /// The line as JSON.
  public var document: Value {
    switch self {
    case .hello(let id, let version): ["type": "hello", "id": .string(id), "version": .string(version)]
    case .progress(let done): ["type": "progress", "done": .number(done)]
    case .finding(let it):
      [
        "type": "finding", "code": .string(it.code), "subject": .string(it.subject),
        "values": .object(it.values.mapValues(\.document)), "words": .object(it.words.mapValues(\.document)),
        "evidence": .list(it.evidence.map(\.document)),
      ]
    case .output(.table(let name), let file):
      ["type": "output", "table": .string(name), "path": .string(file.path), "sha256": .string(file.sha256.hex)]
    case .output(.figure(let name, let language), let file):
      [
        "type": "output", "figure": .string(name), "language": .string(language.rawValue), "path": .string(file.path),
        "sha256": .string(file.sha256.hex),
      ]
    case .result: ["type": "result"]
    case .failed(let problems):
      [
        "type": "failed",
        "problems": .list(
          problems.map { ["code": .string($0.code), "message": .string($0.message), "hint": Value($0.hint)] }),
      ]
    }
  }

  /// Reads what ``document`` writes. What may be left out: `values`, `words` and `evidence` where there are none, a
  /// word's two languages where one text stands for both, members of a value that are null.
  /// - Throws: ``DocumentError`` with the way to the first thing that cannot be read.
  public init(document: Value) throws(DocumentError) {
    switch document["type"]?.string {
    case "hello":
      guard let id = document["id"]?.string else { throw DocumentError("id") }
      guard let version = document["version"]?.string else { throw DocumentError("version") }
      self = .hello(id: id, version: version)
    case "progress":
      guard let done = document["done"]?.double else { throw DocumentError("done") }
      self = .progress(done)
    case "finding": self = .finding(try StatedFinding(document: document))
    case "output":
      let file = try HandedFile(document: document)
      self = .output(try ModuleOutput(document: document), file)
    case "result": self = .result
    case "failed":
      var problems: [StatedProblem] = []
      for (index, it) in (document["problems"]?.list ?? []).enumerated() {
        guard let message = it["message"]?.string else { throw DocumentError("problems[\(index)].message") }
        problems.append(
          StatedProblem(code: it["code"]?.string ?? "", message: message, hint: it["hint"]?.string))
      }
      guard !problems.isEmpty else { throw DocumentError("problems") }
      self = .failed(problems)
    default: throw DocumentError("type")
    }
  }
}

extension StatedFinding {
  fileprivate init(document: Value) throws(DocumentError) {
    guard let code = document["code"]?.string else { throw DocumentError("code") }
    guard let subject = document["subject"]?.string else { throw DocumentError("subject") }
    self.init(code: code, subject: subject, values: [:], words: [:], evidence: [])
    for (name, it) in try Self.members(document, "values") {
      guard let quantity = Quantity(document: it) else { throw DocumentError("values.\(name)") }
      values[name] = quantity
    }
    for (name, it) in try Self.members(document, "words") {
      guard let text = it.string.map({ Text($0) }) ?? Text(document: it) else { throw DocumentError("words.\(name)") }
      words[name] = text
    }
    let list = document["evidence"] ?? []
    guard let elements = list.list else { throw DocumentError("evidence") }
    for (index, it) in elements.enumerated() {
      guard let evidence = StatedEvidence(document: it) else { throw DocumentError("evidence[\(index)]") }
      self.evidence.append(evidence)
    }
  }

  private static func members(
    _ document: Value, _ name: String
  ) throws(DocumentError) -> [(key: String, value: Value)] {
    guard let value = document[name] else { return [] }
    guard let members = value.object else { throw DocumentError(name) }
    return members.sorted { $0.key < $1.key }
  }
}

extension StatedEvidence {
  fileprivate var document: Value {
    [
      "dataset": .string(dataset), "rows": .list(rows.map { .string($0.text) }), "sources": .list(sources.map(Value.string)),
      "basis": Value(basis?.rawValue),
    ]
  }

  fileprivate init?(document: Value) {
    guard let dataset = document["dataset"]?.string, let rows = document["rows"]?.texts,
      let sources = (document["sources"] ?? []).texts
    else { return nil }
    let name = document["basis"]?.string
    let basis = name.flatMap(Basis.init)
    guard name == nil || basis != nil else { return nil }
    self.init(dataset: dataset, rows: rows.map(RowKey.init(text:)), sources: sources, basis: basis)
  }
}

extension ModuleOutput {
  fileprivate init(document: Value) throws(DocumentError) {
    if let name = document["table"]?.string {
      self = .table(name)
    } else {
      guard let name = document["figure"]?.string else { throw DocumentError("figure") }
      guard let language = document["language"]?.string.flatMap(Language.init) else { throw DocumentError("language") }
      self = .figure(name, language)
    }
  }
}
