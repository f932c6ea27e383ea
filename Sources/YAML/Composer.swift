import Diagnostics

/// Builds the nodes of one document from libyaml's events.
struct Composer: ~Copyable {
  private let text: CheckedText
  private let reader: EventReader
  private let limits: YAMLLimits
  private(set) var problems: ProblemList
  private var anchors: [String: Anchor] = [:]
  /// What there is so far, aliases expanded.
  private var size = Size()

  /// A node, and how many lists and mappings lie inside one another in it, itself counted.
  private struct Composed {
    var node: Node
    var height = 0
  }

  /// How many values something holds, and how many bytes its texts take.
  private struct Size {
    var values = 0
    var bytes = 0

    static func + (a: Size, b: Size) -> Size { Size(values: a.values + b.values, bytes: a.bytes + b.bytes) }
    static func - (a: Size, b: Size) -> Size { Size(values: a.values - b.values, bytes: a.bytes - b.bytes) }
  }

  private enum Anchor {
    /// The anchor's value is still being read, so that an alias to it would contain itself.
    case open
    case closed(Composed, Size)
  }

  /// The most anchors among which a near name is looked for; nobody writes more by hand.
  private static let nearAnchors = 100

  /// Reading goes no further; the problem that says why has been added.
  private struct Stop: Error {}

  init(_ text: CheckedText, limits: YAMLLimits, _ problems: ProblemList) {
    (self.text, self.limits, self.problems) = (text, limits, problems)
    reader = EventReader(text.utf8)
  }

  /// The document's value; nil where the text cannot be read to its end.
  mutating func document() -> Node? {
    do throws(Stop) {
      _ = try next()
      guard case .documentStart = try next().kind else { throw stop(.noDocument, at: nil) }
      let root = try value(from: next(), depth: 0).node
      if let (message, range) = text.rest(behind: try next().range) { throw stop(message, at: range) }
      return root
    } catch {
      return nil
    }
  }

  private mutating func next() throws(Stop) -> Event {
    do throws(SyntaxError) {
      return try reader.next()
    } catch {
      let (message, range) = error.translated(in: text)
      throw stop(message, at: range)
    }
  }

  private mutating func stop(_ message: YAMLMessage, at range: Range<Int>?) -> Stop {
    problems.add(message, at: range.map(text.marks))
    return Stop()
  }

  // MARK: Values

  private mutating func value(from event: Event, depth: Int) throws(Stop) -> Composed {
    if case .alias(let name) = event.kind { return try follow(name, at: event.range, depth: depth) }
    let before = size
    try add(Size(values: 1, bytes: event.textSize), at: event.range)
    let properties = Properties(of: event, in: text)
    if let anchor = event.anchor {
      // libyaml ends a name where YAML 1.1 did: it reads '&a:b' as the anchor 'a' and the text ':b'.
      if let place = properties.anchor, text[place] != "&" + anchor {
        problems.add(.brokenName("&"), at: text.marks(place))
      }
      anchors[anchor] = .open
    }
    let composed =
      if case .scalar(let string, let style) = event.kind {
        Composed(node: scalar(string, style, event, properties))
      } else if case .sequenceStart = event.kind {
        try sequence(from: event, properties, depth: depth + 1)
      } else {
        try mapping(from: event, properties, depth: depth + 1)
      }
    if let anchor = event.anchor { anchors[anchor] = .closed(composed, size - before) }
    return composed
  }

  private mutating func follow(_ name: String, at range: Range<Int>, depth: Int) throws(Stop) -> Composed {
    let place = text.marks(range)
    let end = text.propertyEnd(from: range.lowerBound)
    if end > range.upperBound { problems.add(.brokenName("*"), at: text.marks(range.lowerBound..<end)) }
    switch anchors[name] {
    case .closed(let composed, let size):
      try add(size, at: range)
      try check(depth: depth + composed.height, at: range)
      let node = Node(composed.node.content, range: composed.node.range, alias: place)
      return Composed(node: node, height: composed.height)
    case .open: problems.add(.recursiveAlias(name), at: place)
    case nil:
      let known = anchors.count <= Self.nearAnchors ? anchors.keys.sorted() : []
      problems.add(.unknownAlias(name, known: known), at: place)
    }
    try add(Size(values: 1), at: range)
    return Composed(node: Node(.scalar(Scalar(text: "", style: .plain, value: .null)), range: place))
  }

  private mutating func add(_ more: Size, at range: Range<Int>) throws(Stop) {
    size = size + more
    guard size.values <= limits.nodes else { throw stop(.tooManyNodes(limit: limits.nodes), at: range) }
    guard size.bytes <= limits.bytes else { throw stop(.tooMuchText(limit: limits.bytes), at: range) }
  }

  private mutating func check(depth: Int, at range: Range<Int>) throws(Stop) {
    guard depth <= limits.depth else { throw stop(.tooDeep(limit: limits.depth), at: range) }
  }

  // MARK: Scalars

  private mutating func scalar(_ string: String, _ style: Scalar.Style, _ event: Event, _ properties: Properties)
    -> Node
  {
    // An empty plain scalar is reported where the next token starts, a block scalar behind its blank lines.
    let isOpenEnded = style == .literal || style == .folded || event.range.isEmpty
    let end = isOpenEnded ? text.trimmedEnd(event.range.upperBound) : event.range.upperBound
    let start = min(properties.contentStart, end)
    let value = meaning(of: string, style, event, properties, at: (properties.tag?.lowerBound ?? start)..<end)
    return Node(.scalar(Scalar(text: string, style: style, value: value)), range: text.marks(start..<end))
  }

  private mutating func meaning(
    of string: String, _ style: Scalar.Style, _ event: Event, _ properties: Properties, at range: Range<Int>
  ) -> Scalar.Value {
    do throws(YAMLMessage) {
      guard let uri = event.tag else { return style == .plain ? try Self.meaning(ofPlain: string) : .string }
      // The tag `!` alone keeps a value from being resolved (YAML 1.2.2, section 6.9.1).
      guard uri != "!" else { return .string }
      guard let tag = CoreSchema.Tag(uri: uri) else { throw .unknownTag(properties.tag.map { text[$0] } ?? uri) }
      guard let value = try CoreSchema.value(of: string, as: tag) else {
        throw .tagMismatch(tag: tag.rawValue, found: .scalar(string))
      }
      return value
    } catch {
      problems.add(error, at: text.marks(range))
      return .string
    }
  }

  /// What a plain text means. One that begins with a quotation mark of word processors was meant to be quoted.
  private static func meaning(ofPlain string: String) throws(YAMLMessage) -> Scalar.Value {
    if let mark = string.unicodeScalars.first, "“”„‘’".unicodeScalars.contains(mark) { throw .curlyQuote(mark) }
    return try CoreSchema.value(ofPlain: string)
  }

  // MARK: Lists and mappings

  private mutating func sequence(from start: Event, _ properties: Properties, depth: Int) throws(Stop) -> Composed {
    try check(depth: depth, at: start.range)
    check(start.tag, properties, is: .seq, .list)
    var (items, height): ([Node], Int) = ([], 0)
    while true {
      let event = try next()
      if case .sequenceEnd = event.kind {
        let range = range(from: properties, to: event, last: items.last)
        return Composed(node: Node(.sequence(items), range: range), height: height + 1)
      }
      let item = try value(from: event, depth: depth)
      items.append(item.node)
      height = max(height, item.height)
    }
  }

  private mutating func mapping(from start: Event, _ properties: Properties, depth: Int) throws(Stop) -> Composed {
    try check(depth: depth, at: start.range)
    check(start.tag, properties, is: .map, .mapping)
    var (entries, height): ([Node.Entry], Int) = ([], 0)
    var seen: [KeyIdentity: Mark] = [:]
    var last: Node?
    while true {
      let event = try next()
      if case .mappingEnd = event.kind {
        let range = range(from: properties, to: event, last: last)
        return Composed(node: Node(.mapping(entries), range: range), height: height + 1)
      }
      let key = try value(from: event, depth: depth)
      let item = try value(from: next(), depth: depth)
      height = max(height, key.height, item.height)
      last = item.node
      if accepts(key.node, tag: event.tag, &seen) { entries.append(.init(key: key.node, value: item.node)) }
    }
  }

  private mutating func accepts(_ key: Node, tag: String?, _ seen: inout [KeyIdentity: Mark]) -> Bool {
    guard let scalar = key.scalar else {
      problems.add(.collectionAsKey, at: key.place)
      return false
    }
    if scalar.style == .plain, scalar.text == "<<", tag == nil {
      problems.add(.mergeKey, at: key.place)
      return false
    }
    let identity = KeyIdentity(scalar)
    if let first = seen[identity] {
      problems.add(.duplicateKey(scalar.text, first: first), at: key.place)
      return false
    }
    seen[identity] = key.place.start
    return true
  }

  private mutating func check(
    _ uri: String?, _ properties: Properties, is expected: CoreSchema.Tag, _ found: YAMLMessage.Found
  ) {
    guard let uri, uri != "!", let place = properties.tag else { return }
    guard let tag = CoreSchema.Tag(uri: uri) else {
      problems.add(.unknownTag(text[place]), at: text.marks(place))
      return
    }
    if tag != expected { problems.add(.tagMismatch(tag: tag.rawValue, found: found), at: text.marks(place)) }
  }

  /// A block list or mapping is reported to end where the next token starts; it ends where its last value does.
  private func range(from properties: Properties, to end: Event, last: Node?) -> MarkRange {
    let start = text.mark(properties.contentStart)
    guard end.range.isEmpty, let last else { return MarkRange(start, text.mark(end.range.upperBound)) }
    return MarkRange(start, max(start, last.place.end))
  }
}
