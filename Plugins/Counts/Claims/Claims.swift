import ModuleKit

/// Which claims on one topic contradict or strain each other, and which promises were kept.
struct Claims: CodedOperation {
  static let summary = Text(
    en: "Claims by different sources held against each other, and promises against their times",
    es: "Afirmaciones de distintas fuentes contrastadas entre sí, y promesas contrastadas con sus plazos")

  static let tables: [any AnyTableKind] = topicTables
  private static let topicTables = [
    CodedTable(
      "topics", Text(en: "How the claims on each topic agree", es: "Concordancia de las afirmaciones por tema"),
      columns: [
        .init("topic", .text, Text(en: "Topic", es: "Tema")),
        .init("claims", .integer, Text(en: "Claims", es: "Afirmaciones")),
        .init("sources", .integer, Text(en: "Sources", es: "Fuentes")),
        .init("agree", .integer, Text(en: "Pairs that agree", es: "Pares que concuerdan")),
        .init("tension", .integer, Text(en: "Pairs in tension", es: "Pares en tensión")),
        .init("contradiction", .integer, Text(en: "Pairs in contradiction", es: "Pares en contradicción")),
        .init("not_compared", .integer, Text(en: "Pairs not comparable", es: "Pares no comparables")),
      ])
  ]

  @Input(.claims, "the figures, statements and promises") var claims: ModuleKit.Claims
  @Parameter("how far a figure given as approximate may be off, as a share of it", in: 0...1) var tolerance = 0.1

  typealias Code = ClaimsCode

  func run(_ findings: inout CodedFindings<Code>, _ context: Context) async throws {
    var rows: [[Cell]] = []
    for topic in topics() { rows.append(try compare(topic.claims, on: topic.name, to: &findings)) }
    findings.add(table: try Self.topicTables[0].table(rows), as: Self.topicTables[0].name)
    addPromises(to: &findings, context)
  }

  /// The claims of each topic that are no promises, in the order of the topics' names.
  private func topics() -> [(name: String, claims: [Claim])] {
    let comparable = claims.all.filter { $0.topic != nil && $0.dueTo == nil }
    return Dictionary(grouping: comparable) { $0.topic ?? "" }
      .map { ($0.key, $0.value.sorted(by: Self.comesFirst)) }
      .sorted { $0.0 < $1.0 }
  }

  /// Claims stand in the order in which they became known, then in that of their keys, whatever the file's order.
  private static func comesFirst(_ a: Claim, _ b: Claim) -> Bool {
    switch (a.provenance.publication.to, b.provenance.publication.to) {
    case (let x?, let y?) where x != y: x < y
    case (_?, nil): true
    case (nil, _?): false
    default: a.provenance.key < b.provenance.key
    }
  }

  // MARK: - Pairs

  private func compare(
    _ claims: [Claim], on topic: String, to findings: inout CodedFindings<Code>
  ) throws -> [Cell] {
    var (agree, tension, contradiction, notCompared) = (0, 0, 0, 0)
    // Any of the claims may be the one that gives the topic its words.
    let name = claims.map(\.topicName).first { $0 != Text(topic) } ?? Text(topic)
    for (place, a) in claims.enumerated() {
      try Task.checkCancellation()
      for b in claims[(place + 1)...] {
        let isOneSource = a.provenance.source == b.provenance.source
        if isOneSource, a.statesTheSame(as: b) { continue }
        switch ClaimVerdict(a, b, tolerance: tolerance) {
        case nil: notCompared += 1
        case .agreement: agree += isOneSource ? 0 : 1
        case .tension(let strain):
          tension += 1
          add(.tension, a, b, on: name, why: strain, to: &findings)
        case .contradiction:
          contradiction += 1
          add(.contradiction, a, b, on: name, to: &findings)
        }
      }
    }
    let sources = Set(claims.map(\.provenance.source)).count
    return [.text(topic)]
      + [claims.count, sources, agree, tension, contradiction, notCompared].map { .integer(Int64($0)) }
  }

  private func add(
    _ code: Code, _ a: Claim, _ b: Claim, on topic: Text, why: ClaimVerdict.Strain? = nil,
    to findings: inout CodedFindings<Code>
  ) {
    let subject = "\(a.provenance.key)_and_\(b.provenance.key)"
    let evidence = [claims.evidence([a, b])]
    var words = [
      "topic": topic, "source_a": a.provenance.sourceName, "source_b": b.provenance.sourceName,
    ]
    let (x, y) = (StatedFigure(a, tolerance: tolerance), StatedFigure(b, tolerance: tolerance))
    var values: [String: Quantity] = [:]
    if let x, let y { values = ["a": x.quantity(a.unit), "b": y.quantity(b.unit)] }
    let isTransposed = if let x, let y { !x.meets(y) && x.isTransposition(of: y) } else { false }
    let names = words
    words["says_a"] = a.saying
    words["says_b"] = b.saying
    if let why { words["why"] = why.sentence }
    findings.add(code, about: subject, values, words: words, from: evidence)
    if isTransposed { findings.add(.possibleTransposition, about: subject, values, words: names, from: evidence) }
  }

  // MARK: - Promises

  /// Judged at the instant of the edition, else at the latest time that the dataset knows of: no clock decides.
  private func addPromises(to findings: inout CodedFindings<Code>, _ context: Context) {
    let zone = context.mission.zone
    let now =
      context.asOf ?? claims.all.compactMap { $0.provenance.publication.to ?? $0.provenance.publication.from }.max()
    let rows = Dictionary(claims.all.map { ($0.provenance.key, $0) }) { first, _ in first }
    for promise in claims.all {
      let fulfilment = promise.fulfilledBy.flatMap { rows[$0] }
      guard let judgement = PromiseJudgement(promise, fulfilment: fulfilment?.provenance.publication, now: now) else {
        continue
      }
      let due = Publication(from: promise.dueFrom, to: promise.dueTo, basis: .stated)
      var words = [
        "source": promise.provenance.sourceName, "says": promise.saying, "due": due.text(in: zone),
      ]
      var values: [String: Quantity] = [:]
      let code: Code
      switch judgement {
      case .kept(let publication):
        code = .promiseKept
        words["fulfilled"] = publication.text(in: zone)
      case .missed(let publication):
        code = .promiseMissed
        words["outcome"] = outcome(publication, now, zone)
        values["late"] = publication.map { Self.delay(promise, $0) }
      case .open: code = .promiseOpen
      case .undecided(let publication):
        code = .promiseUndecided
        words["fulfilled"] = publication.text(in: zone)
      }
      findings.add(
        code, about: promise.provenance.key, values, words: words,
        from: [claims.evidence([promise, fulfilment].compactMap { $0 })])
    }
  }

  private func outcome(_ publication: Publication?, _ now: Instant?, _ zone: Zone) -> Text {
    let time = (publication ?? Publication(from: nil, to: now, basis: .stated)).text(in: zone)
    return publication == nil
      ? Text(en: "nothing shows that it came \(time.en)", es: "nada muestra que llegara \(time.es)")
      : Text(en: "what was promised came \(time.en)", es: "lo prometido llegó \(time.es)")
  }

  private static func delay(_ promise: Claim, _ publication: Publication) -> Quantity {
    let low = publication.from.flatMap { from in promise.dueTo.map { from.hours(since: $0) } }
    let high = publication.to.flatMap { to in (promise.dueFrom ?? promise.dueTo).map { to.hours(since: $0) } }
    return Quantity(nil, .hours, low: low, high: high, interval: .reportedRange)
  }
}
