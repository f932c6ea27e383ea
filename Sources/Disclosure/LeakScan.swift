/// Looks through texts in English and Spanish for what tells of persons: phone numbers, e-mail addresses, identity numbers, exact
/// places, names of the roster.
///
///     let report = LeakScan(names: roster.names).report(on: bytes, as: .lines)
///
/// It goes by form and by the words beside, so it finds what people write without care, not what they hide; and it takes for
/// leaks what is written alike (how much of each, `Docs/security.md` says). Time is linear in the text, whatever stands in it; of a line or a
/// field a mebibyte at a time is held.
public struct LeakScan: Sendable {
  /// The most bytes that are looked at together.
  static let window = 1 << 20

  private let names: RosterNames
  private let meant: Set<String>

  /// A scan for the forms and for `names`; the values `meant` are public.
  public init(names: some Sequence<String> = [], meant: some Sequence<String> = []) {
    self.names = RosterNames(names)
    self.meant = Set(meant.map { Self.plain($0) })
  }

  /// A value without blanks, marks and capitals, in which two writings of one number are the same.
  public static func plain(_ value: String) -> String { plain(FoldedLine(Array(value.utf8)).text[...]) }

  private static func plain(_ value: ArraySlice<UInt8>) -> String {
    String(
      decoding: value.filter { FoldedLine.isWord($0) && $0 < 0x80 }.map { $0 < 0x40 ? $0 : $0 | 0x20 }, as: UTF8.self)
  }

  /// What stands in `bytes`, a text written as `form`; fields `meantFields` are public.
  /// - Parameter passed: gets each stretch that was looked at, so that a mapped file takes little memory.
  public func report(
    on bytes: UnsafeRawBufferPointer, as form: TextForm, meantFields: Set<String> = [],
    passed: (UnsafeRawBufferPointer) -> Void = { _ in }
  ) -> LeakReport {
    var (report, given) = (LeakReport(), 0)
    TextPieces(bytes: bytes, form: form).forEach { piece in
      if piece.range.lowerBound - given > Self.window {
        passed(UnsafeRawBufferPointer(rebasing: bytes[given..<piece.range.lowerBound]))
        given = piece.range.lowerBound
      }
      var (start, line, lineStart) = (piece.range.lowerBound, piece.line, piece.lineStart)
      while start < piece.range.upperBound {
        let rest = bytes[start..<piece.range.upperBound]
        let lineEnd = rest.prefix(Self.window).firstIndex(of: UInt8(ascii: "\n"))
        let end = lineEnd ?? windowEnd(of: rest)
        let part = TextPiece(
          range: start..<end, line: line, lineStart: lineStart, field: piece.field,
          isField: piece.isField && end - start == piece.range.count, isJSON: piece.isJSON)
        look(at: part, in: bytes, meantFields, &report)
        start = lineEnd == nil ? end : end + 1
        if lineEnd != nil { (line, lineStart) = (line + 1, start) }
      }
    }
    return report
  }

  /// The same of `text`, a field for itself whose name is `field`, or a running text.
  public func report(on text: String, field: String? = nil) -> LeakReport {
    var report = LeakReport()
    let named = field.map(NamedField.init)
    Array(text.utf8).withUnsafeBytes { bytes in
      var start = 0
      for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
        let piece = TextPiece(
          range: line.startIndex..<line.endIndex, line: index + 1, lineStart: start, field: named, isField: named != nil
        )
        look(at: piece, in: bytes, [], &report)
        start = line.endIndex + 1
      }
    }
    return report
  }

  /// Where a stretch of a long line ends: behind a blank, so that no number is cut that has none in it.
  private func windowEnd(of rest: Slice<UnsafeRawBufferPointer>) -> Int {
    guard rest.count > Self.window else { return rest.endIndex }
    let window = rest.prefix(Self.window)
    return window.suffix(4096).lastIndex(of: UInt8(ascii: " ")).map { $0 + 1 } ?? window.endIndex
  }

  private func look(
    at piece: TextPiece, in bytes: UnsafeRawBufferPointer, _ meantFields: Set<String>, _ report: inout LeakReport
  ) {
    let content = UnsafeRawBufferPointer(rebasing: bytes[piece.range])
    let isAlone = piece.isField && piece.field?.kind == nil
    guard FirstLook(at: content).isWorthASecond(isAlone: isAlone, hasNames: !names.isEmpty) else { return }
    let line = FoldedLine(content, isJSON: piece.isJSON)
    for (kind, place) in places(in: line, piece) {
      if let field = piece.field?.name, meantFields.contains(field) {
        report.meet(field)
        continue
      }
      let value = Self.plain(line.text[place])
      if meant.contains(value) {
        report.meet(value)
        continue
      }
      report.add(leak(kind, place, line, piece, in: bytes, isTold: report.leaks.count < LeakReport.told))
    }
  }

  /// The places of each kind; where two overlap, the first kind of these.
  func places(in line: FoldedLine, _ piece: TextPiece) -> [(kind: LeakKind, place: Range<Int>)] {
    let groups = NumberGroups(line)
    let named = piece.field?.kind
    var found: [(kind: LeakKind, place: Range<Int>)] = []
    var taken: [Bool] = []
    func take(_ kind: LeakKind, _ place: Range<Int>) {
      if taken.isEmpty { taken = Array(repeating: false, count: line.text.count) }
      guard !taken[place].contains(true) else { return }
      for index in place { taken[index] = true }
      found.append((kind, place))
    }
    for place in EmailAddresses(line: line).places { take(.email, place) }
    for place in Coordinates(groups: groups, isNamed: named == .coordinates).places { take(.coordinates, place) }
    let identity = IdentityNumbers(groups: groups, isNamed: named == .identity)
    for place in identity.words() { take(.identity, place) }
    let isBare = piece.isField && named != .phone && !line.text.contains(where: FoldedLine.isLetter)
    let phones = PhoneNumbers(groups: groups, isNamed: named == .phone, isBare: isBare)
    func isFree(_ run: Int) -> Bool { taken.isEmpty || !taken[groups.runs[run]].contains(true) }
    for find in [(LeakKind.identity, identity.end), (.phone, phones.end)] {
      var run = 0
      while run < groups.runs.count {
        guard isFree(run), let last = find.1(run) else {
          run += 1
          continue
        }
        take(find.0, groups.runs[run].lowerBound..<groups.runs[last].upperBound)
        run = last + 1
      }
    }
    if !names.isEmpty { for place in names.places(in: line) { take(.name, place) } }
    return found.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  private func leak(
    _ kind: LeakKind, _ place: Range<Int>, _ line: FoldedLine, _ piece: TextPiece, in bytes: UnsafeRawBufferPointer,
    isTold: Bool
  ) -> Leak {
    guard isTold else { return Leak(kind: kind, line: piece.line, column: 0, field: piece.field?.name, hint: "") }
    // Bytes that continue a character begin none.
    let before = bytes[piece.lineStart..<piece.range.lowerBound].count { $0 & 0xC0 != 0x80 }
    let shown =
      place.count > 5 ? line.text[place].prefix(2).map { $0 < 0x80 ? Character(Unicode.Scalar($0)) : "?" } : []
    return Leak(
      kind: kind, line: piece.line, column: before + line.column(place.lowerBound) + 1, field: piece.field?.name,
      hint: String(shown) + "… (\(place.count))")
  }
}
