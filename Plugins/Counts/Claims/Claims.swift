import ModuleKit

/// Which claims on one topic contradict or strain each other, and which promises were kept.
struct Claims: ModuleOperation {
  /// How the claims on one topic agree.
  struct TopicRow {
    let topic: String
    let claims, sources: Int
    /// The pairs; nil where there are too many claims to hold each against each.
    var pairs: Pairs? = Pairs()
  }

  /// Two claims that disagree, and how they strain each other; no strain where they cannot both be right.
  private struct Disagreement {
    let a, b: Claim
    let strain: ClaimVerdict.Strain?

    var subject: String { "\(a.provenance.key)_and_\(b.provenance.key)" }
  }

  /// How the pairs of a topic's claims agree.
  struct Pairs { var agree = 0, tension = 0, contradiction = 0, notCompared = 0 }

  /// What one source states on one topic in one unit, where there are too many claims to hold each against each.
  struct SourceRow {
    let topic: String
    let source: Text
    let unit: String?
    let claims: Int
    let least, most: ExactDecimal?
    let middle: Double?
  }

  /// The most claims of a topic that are held against each other one by one: 45 pairs at most.
  private static let mostInPairs = 10
  /// The most sources that a sentence names for one number.
  private static let mostNamed = 3
  /// The most answers that a sentence tells.
  private static let mostAnswers = 5

  static let summary = Text(
    en: "Claims by different sources held against each other, and promises against their times",
    es: "Afirmaciones de distintas fuentes contrastadas entre sí, y promesas contrastadas con sus plazos")

  static let findings: [any AnyFindingKind] = [
    Contradiction.kind, Tension.kind, TopicDisagreement.contradiction, TopicDisagreement.tension,
    PossibleTransposition.kind, SpreadOfFigures.kind, SpreadOfAnswers.kind,
    AnsweredPromise.kept, PromiseMissed.kind, PromiseOpen.kind, AnsweredPromise.undecided, QuotedWords.kind,
  ]
  static let tables: [any AnyTableKind] = [topics, spreads]
  private static let topics = TableKind<TopicRow>(
    "topics", Text(en: "How the claims on each topic agree", es: "Concordancia de las afirmaciones por tema"),
    columns: [
      .init("topic", Text(en: "Topic", es: "Tema")) { $0.topic },
      .init("claims", .claims, Text(en: "Claims", es: "Afirmaciones")) { $0.claims },
      .init("sources", Text(en: "Sources", es: "Fuentes")) { $0.sources },
      .init("agree", Text(en: "Pairs that agree", es: "Pares que concuerdan")) { $0.pairs?.agree },
      .init("tension", Text(en: "Pairs in tension", es: "Pares en tensión")) { $0.pairs?.tension },
      .init("contradiction", Text(en: "Pairs in contradiction", es: "Pares en contradicción")) {
        $0.pairs?.contradiction
      },
      .init("not_compared", Text(en: "Pairs not comparable", es: "Pares no comparables")) { $0.pairs?.notCompared },
    ])

  private static let spreads = TableKind<SourceRow>(
    "spreads",
    Text(
      en: "What each source states on topics with many claims",
      es: "Lo que señala cada fuente en temas con muchas afirmaciones"),
    columns: [
      .init("topic", Text(en: "Topic", es: "Tema")) { $0.topic },
      .init("source", Text(en: "Source", es: "Fuente")) { $0.source },
      .init("unit", Text(en: "Unit", es: "Unidad")) { $0.unit },
      .init("claims", .claims, Text(en: "Claims", es: "Afirmaciones")) { $0.claims },
      .init("least", Text(en: "Least", es: "Menor")) { $0.least },
      .init("middle", Text(en: "Middle", es: "Central")) { $0.middle },
      .init("most", Text(en: "Most", es: "Mayor")) { $0.most },
    ])

  @Input(.claims, "the figures, statements and promises") var claims: ModuleKit.Claims
  @Parameter("how far a figure given as approximate may be off, as a share of it", in: 0...1) var tolerance = 0.1

  func run(_ findings: inout Findings, _ context: Context) async throws {
    var rows: [TopicRow] = []
    var sources: [SourceRow] = []
    for topic in topics() {
      if topic.claims.count > Self.mostInPairs {
        rows.append(
          TopicRow(topic: topic.name, claims: topic.claims.count, sources: Self.sources(topic.claims), pairs: nil))
        sources += addSpread(topic.claims, on: topic.name, to: &findings)
      } else {
        rows.append(try compare(topic.claims, on: topic.name, to: &findings))
      }
    }
    try findings.add(Self.topics, rows)
    try findings.add(Self.spreads, sources)
    addPromises(to: &findings, context)
    for claim in claims.all {
      guard let quote = claim.quote else { continue }
      findings.add(
        QuotedWords(
          source: claim.provenance.sourceName, published: claim.provenance.publication.text(in: context.mission.zone),
          quote: quote.text, original: quote.original),
        about: claim.provenance.key, from: [claims.evidence([claim])])
    }
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

  private func compare(_ claims: [Claim], on topic: String, to findings: inout Findings) throws -> TopicRow {
    var pairs = Pairs()
    var disagreeing: [Disagreement] = []
    for (place, a) in claims.enumerated() {
      try Task.checkCancellation()
      for b in claims[(place + 1)...] {
        let isOneSource = a.provenance.source == b.provenance.source
        if isOneSource, a.statesTheSame(as: b) { continue }
        switch ClaimVerdict(a, b, tolerance: tolerance) {
        case nil: pairs.notCompared += 1
        case .agreement: pairs.agree += isOneSource ? 0 : 1
        case .tension(let strain):
          pairs.tension += 1
          disagreeing.append(Disagreement(a: a, b: b, strain: strain))
        case .contradiction:
          pairs.contradiction += 1
          disagreeing.append(Disagreement(a: a, b: b, strain: nil))
        }
      }
    }
    add(disagreeing, among: claims, on: topic, to: &findings)
    return TopicRow(topic: topic, claims: claims.count, sources: Self.sources(claims), pairs: pairs)
  }

  /// Any of the claims may be the one that gives the topic its words.
  private static func name(of topic: String, _ claims: [Claim]) -> Text {
    claims.map(\.topicName).first { $0 != Text(topic) } ?? Text(topic)
  }

  private static func sources(_ claims: [Claim]) -> Int { Set(claims.map(\.provenance.source)).count }

  /// Adds the pair that disagrees, or of several one finding for the topic.
  private func add(
    _ pairs: [Disagreement], among claims: [Claim], on topic: String, to findings: inout Findings
  ) {
    let name = Self.name(of: topic, claims)
    if pairs.count == 1 {
      add(pairs[0], on: name, to: &findings)
    } else if pairs.count > 1 {
      let keys = Set(pairs.flatMap { [$0.a.provenance.key, $0.b.provenance.key] })
      let told = claims.filter { keys.contains($0.provenance.key) }
      let disagreement = TopicDisagreement(
        claims: told.count, sources: Self.sources(told), topic: name, statements: Self.statements(told),
        why: ClaimVerdict.Strain.sentence(ofAll: pairs.compactMap(\.strain)))
      findings.add(
        disagreement,
        of: pairs.contains { $0.strain == nil } ? TopicDisagreement.contradiction : TopicDisagreement.tension,
        about: topic, from: [self.claims.evidence(told)])
    }
    for pair in pairs { addTransposition(pair, on: name, to: &findings) }
  }

  /// Who states what, each statement once, in the order in which it became known.
  private static func statements(_ claims: [Claim]) -> Text {
    Text { language in
      var order: [String] = []
      var sources: [String: [String]] = [:]
      for claim in claims {
        let (words, source) = (claim.words[language], claim.provenance.sourceName[language])
        if sources[words] == nil { order.append(words) }
        if sources[words]?.contains(source) != true { sources[words, default: []].append(source) }
      }
      return order.map { words in
        "\(language == .english ? "according to" : "según") \(language.list(sources[words] ?? [])), \(words)"
      }.joined(separator: "; ")
    }
  }

  /// Adds a contradiction, or a tension where there is a strain.
  private func add(_ pair: Disagreement, on topic: Text, to findings: inout Findings) {
    let (a, b) = (pair.a, pair.b)
    let figures = [a, b].map { claim in StatedFigure(claim, tolerance: tolerance)?.quantity(claim.unit) }
    // Numbers are told where both sides give one.
    let (first, second) = figures.contains(nil) ? (nil, nil) : (figures[0], figures[1])
    let (sourceA, sourceB) = (a.provenance.sourceName, b.provenance.sourceName)
    if let strain = pair.strain {
      findings.add(
        Tension(
          a: first, b: second, topic: topic, sourceA: sourceA, saysA: a.words, sourceB: sourceB, saysB: b.words,
          why: strain.sentence),
        about: pair.subject, from: [claims.evidence([a, b])])
    } else {
      findings.add(
        Contradiction(
          a: first, b: second, topic: topic, sourceA: sourceA, saysA: a.words, sourceB: sourceB, saysB: b.words),
        about: pair.subject, from: [claims.evidence([a, b])])
    }
  }

  /// Adds that two neighbouring digits changed places, where they did.
  private func addTransposition(_ pair: Disagreement, on topic: Text, to findings: inout Findings) {
    let (a, b) = (pair.a, pair.b)
    guard let x = StatedFigure(a, tolerance: tolerance), let y = StatedFigure(b, tolerance: tolerance),
      !x.meets(y), x.isTransposition(of: y)
    else { return }
    findings.add(
      PossibleTransposition(
        a: x.quantity(a.unit), b: y.quantity(b.unit), topic: topic, sourceA: a.provenance.sourceName,
        sourceB: b.provenance.sourceName),
      about: pair.subject, from: [claims.evidence([a, b])])
  }

  // MARK: - Many claims

  /// Adds what the claims state together, and gives what each source states.
  private func addSpread(_ claims: [Claim], on topic: String, to findings: inout Findings) -> [SourceRow] {
    let spread = ClaimSpread(claims, tolerance: tolerance)
    let name = Self.name(of: topic, claims)
    for (place, figures) in spread.figures.enumerated() where !figures.agree {
      guard let least = figures.least, let middle = figures.middle, let most = figures.most else { continue }
      let unit = Unit.named(figures.unit ?? Unit.number.id)
      findings.add(
        SpreadOfFigures(
          claims: figures.claims.count, sources: Self.sources(figures.claims),
          least: Quantity(least.number, unit), middle: Quantity(middle, unit), most: Quantity(most.number, unit),
          topic: name, leastBy: Self.names(figures.leastBy), mostBy: Self.names(figures.mostBy),
          verdict: Self.verdict(figures)),
        about: spread.figures.count == 1 ? topic : "\(topic)_\(place + 1)",
        from: [self.claims.evidence(figures.claims)])
    }
    if spread.answers.count > 1 {
      let answering = spread.answers.flatMap(\.claims)
      findings.add(
        SpreadOfAnswers(
          claims: answering.count, sources: Self.sources(answering), answers: spread.answers.count, topic: name,
          list: Self.list(spread.answers)),
        about: topic, from: [self.claims.evidence(answering)])
    }
    return spread.figures.flatMap { figures in
      Dictionary(grouping: figures.claims, by: \.provenance.source).sorted { $0.key < $1.key }.map { _, own in
        let figures = ClaimSpread(own, tolerance: tolerance).figures.first
        return SourceRow(
          topic: topic, source: own[0].provenance.sourceName, unit: figures?.unit, claims: own.count,
          least: figures?.least,
          most: figures?.most, middle: figures?.middle)
      }
    }
  }

  private static func verdict(_ figures: ClaimSpread.Figures) -> Text {
    figures.haveCommonNumber
      ? Text(en: "One number could satisfy all of them.", es: "Un mismo número podría satisfacerlas todas.")
      : Text(
        en: "No number satisfies all of them; if they speak of the same thing, they cannot all be right.",
        es: "Ningún número las satisface todas; si hablan de lo mismo, no pueden ser ciertas todas.")
  }

  /// The answers in the words that the claims give, with how many give each.
  private static func list(_ answers: [ClaimSpread.Answer]) -> Text {
    Text { language in
      let told = answers.prefix(mostAnswers).map { answer in
        let words = answer.claims[0].paraphrase[language]
        return "\(words) (\(Quantity(answer.claims.count, .claims).text(language)))"
      }
      return language.list(told + more(answers.count - told.count, language))
    }
  }

  /// The sources of `claims`, each once; of many, the first ones.
  private static func names(_ claims: [Claim]) -> Text {
    Text { language in
      var seen: Set<String> = []
      let names = claims.map { $0.provenance.sourceName[language] }.filter { seen.insert($0).inserted }
      let told = Array(names.prefix(mostNamed))
      return language.list(told + more(names.count - told.count, language))
    }
  }

  private static func more(_ count: Int, _ language: Language) -> [String] {
    guard count > 0 else { return [] }
    let number = language.number(count)
    return [
      language == .english
        ? "\(number) \(count == 1 ? "other" : "others")" : "\(number) más"
    ]
  }

  // MARK: - Promises

  /// Judged at the instant of the edition, else at the latest time that the dataset knows of: no clock decides.
  private func addPromises(to findings: inout Findings, _ context: Context) {
    let zone = context.mission.zone
    let now =
      context.asOf ?? claims.all.compactMap { $0.provenance.publication.to ?? $0.provenance.publication.from }.max()
    let rows = Dictionary(claims.all.map { ($0.provenance.key, $0) }) { first, _ in first }
    for promise in claims.all {
      let fulfilment = promise.fulfilledBy.flatMap { rows[$0] }
      guard let judgement = PromiseJudgement(promise, fulfilment: fulfilment?.provenance.publication, now: now) else {
        continue
      }
      let due = Publication(from: promise.dueFrom, to: promise.dueTo, basis: .stated).text(in: zone)
      let (source, says) = (promise.provenance.sourceName, promise.words)
      let subject = promise.provenance.key
      let evidence = [claims.evidence([promise, fulfilment].compactMap { $0 })]
      func answered(_ publication: Publication) -> AnsweredPromise {
        AnsweredPromise(
          source: source, says: says, due: due, answeredBy: fulfilment?.provenance.sourceName ?? source,
          fulfilled: publication.text(in: zone))
      }
      switch judgement {
      case .kept(let publication):
        findings.add(answered(publication), of: AnsweredPromise.kept, about: subject, from: evidence)
      case .missed(let publication):
        findings.add(
          PromiseMissed(
            late: publication.map { Self.delay(promise, $0) }, source: source, says: says, due: due,
            outcome: outcome(publication, of: fulfilment, now, zone)),
          about: subject, from: evidence)
      case .open:
        findings.add(PromiseOpen(source: source, says: says, due: due), about: subject, from: evidence)
      case .undecided(let publication):
        findings.add(answered(publication), of: AnsweredPromise.undecided, about: subject, from: evidence)
      }
    }
  }

  private func outcome(_ publication: Publication?, of fulfilment: Claim?, _ now: Instant?, _ zone: Zone) -> Text {
    guard let publication, let source = fulfilment?.provenance.sourceName else {
      let time = Publication(from: nil, to: now, basis: .stated).text(in: zone)
      return Text(
        en: "Nothing that the mission knows shows that it came \(time.en)",
        es: "Nada de lo que la misión conoce muestra que se publicara \(time.es)")
    }
    let time = publication.text(in: zone)
    return Text(
      en: "According to \(source.en), what was promised came \(time.en)",
      es: "Según \(source.es), lo prometido se publicó \(time.es)")
  }

  private static func delay(_ promise: Claim, _ publication: Publication) -> Quantity {
    let low = publication.from.flatMap { from in promise.dueTo.map { from.hours(since: $0) } }
    let high = publication.to.flatMap { to in (promise.dueFrom ?? promise.dueTo).map { to.hours(since: $0) } }
    return Quantity(nil, .hours, low: low, high: high, interval: .reportedRange)
  }
}
