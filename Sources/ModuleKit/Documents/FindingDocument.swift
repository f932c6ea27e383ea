extension Assumption {
  var document: Value {
    [
      "name": .string(name), "text": text.document, "value": Value(number: value), "low": Value(number: low),
      "high": Value(number: high),
    ]
  }

  init?(document: Value) {
    guard let name = document["name"]?.string, let text = Text(document: document["text"]) else { return nil }
    self.init(
      name, text, value: document["value"]?.double, low: document["low"]?.double, high: document["high"]?.double)
  }
}

extension Quantity {
  /// The quantity as results hold it.
  public var document: Value {
    var level: Double?
    var assumptions: [Assumption] = []
    var kind: String?
    switch interval {
    case .confidence(let it): (kind, level) = ("confidence", it)
    case .hardBound: kind = "hard_bound"
    case .assumptionRange(let it): (kind, assumptions) = ("assumption_range", it)
    case .reportedRange: kind = "reported_range"
    case nil: break
    }
    return [
      "value": count.map(Value.integer) ?? Value(number: value), "unit": .string(unit.id), "low": Value(number: low),
      "high": Value(number: high),
      "interval": Value(kind), "level": Value(number: level), "assumptions": .list(assumptions.map(\.document)),
      "open_above": .bool(isOpenAbove),
    ]
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let unit = document["unit"]?.string else { return nil }
    let interval: Interval?
    switch document["interval"]?.string {
    case "confidence":
      guard let level = document["level"]?.double else { return nil }
      interval = .confidence(level: level)
    case "hard_bound": interval = .hardBound
    case "assumption_range":
      let list = document["assumptions"]?.list ?? []
      let assumptions = list.compactMap { Assumption(document: $0) }
      guard assumptions.count == list.count else { return nil }
      interval = .assumptionRange(assumptions)
    case "reported_range": interval = .reportedRange
    case nil: interval = nil
    default: return nil
    }
    let (low, high) = (document["low"]?.double, document["high"]?.double)
    let isOpenAbove = document["open_above"]?.bool ?? false
    if let count = document["value"]?.integer {
      self.init(count, .named(unit), low: low, high: high, interval: interval, isOpenAbove: isOpenAbove)
    } else {
      self.init(
        document["value"]?.double, .named(unit), low: low, high: high, interval: interval, isOpenAbove: isOpenAbove)
    }
  }
}

extension Finding {
  /// The finding as results and the module protocol hold it.
  public var document: Value {
    [
      "code": .string(code), "severity": .string(severity.rawValue), "tier": .string(tier.rawValue),
      "placement": .string(placement.rawValue), "subject": .string(subject), "basis": .string(basis.rawValue),
      "basis_by": .list(basisBy.map(Value.string)), "method": .string(method), "statement": statement.document,
      "caution": caution.document, "values": .object(values.mapValues(\.document)),
      "words": .object(words.mapValues(\.document)), "evidence": .list(evidence.map(\.document)),
    ]
  }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value) {
    guard let code = document["code"]?.string, let severity = document["severity"]?.string.flatMap(Severity.init),
      let tier = document["tier"]?.string.flatMap(Tier.init),
      let placement = document["placement"]?.string.flatMap(Placement.init),
      let subject = document["subject"]?.string, let basis = document["basis"]?.string.flatMap(Basis.init),
      let basisBy = document["basis_by"]?.texts, let method = document["method"]?.string,
      let statement = Text(document: document["statement"]), let caution = Text(document: document["caution"]),
      let values = document["values"]?.object?.compacted({ Quantity(document: $0) }),
      let words = document["words"]?.object?.compacted({ Text(document: $0) }),
      let list = document["evidence"]?.list
    else { return nil }
    let evidence = list.compactMap { Evidence(document: $0) }
    guard evidence.count == list.count, Set(evidence.flatMap(\.sources)).sorted() == basisBy else { return nil }
    self.init(
      code: code, severity: severity, tier: tier, placement: placement, subject: subject, basis: basis,
      method: method, statement: statement, caution: caution, values: values, words: words,
      evidence: evidence)
  }
}

extension Value {
  /// A number, or null for none.
  init(number: Double?) { self = number.map(Value.number) ?? .null }
}

extension [String: Value] {
  /// The members as `read` reads them; nil where it cannot read one.
  func compacted<T>(_ read: (Value) -> T?) -> [String: T]? {
    let out = compactMapValues(read)
    return out.count == count ? out : nil
  }
}
