/// Divides a text into the stretches that are looked at. One pass; nothing is held but where the pieces stand.
struct TextPieces {
  let bytes: UnsafeRawBufferPointer
  let form: TextForm

  /// Hands `body` each piece, in the order of the text.
  func forEach(_ body: (TextPiece) -> Void) {
    switch form {
    case .lines: lines(body)
    case .delimited(let delimiter, let quote, let header): fields(delimiter, quote, header, body)
    case .json: strings(body)
    case .markup: texts(body)
    }
  }

  private func lines(_ body: (TextPiece) -> Void) {
    var (start, line) = (0, 1)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      body(TextPiece(range: start..<end, line: line, lineStart: start))
      (start, line) = (end + 1, line + 1)
    }
  }

  /// More heads than a file has are not kept.
  private static let mostHeads = 10_000

  private func fields(_ delimiter: UInt8, _ quote: UInt8?, _ header: Int, _ body: (TextPiece) -> Void) {
    var (heads, isBehindHeads): ([NamedField], Bool) = ([], false)
    DelimitedRows(bytes: bytes, delimiter: delimiter, quote: quote).forEach { field in
      var piece = TextPiece(range: field.content, line: field.line, lineStart: field.lineStart, isField: true)
      if isBehindHeads {
        if heads.indices.contains(field.index) { piece.field = heads[field.index] }
      } else if field.line >= header {
        if heads.count < Self.mostHeads {
          heads.append(NamedField(String(decoding: bytes[field.content], as: UTF8.self)))
        }
        // A head can have a line break in its quotes.
        isBehindHeads = field.isLast
      }
      body(piece)
    }
  }

  private func strings(_ body: (TextPiece) -> Void) {
    var (place, line, lineStart) = (0, 1, 0)
    var (member, outside): (NamedField?, Int) = (nil, 0)
    var members: [String: NamedField] = [:]
    func named(_ range: Range<Int>) -> NamedField {
      let name = String(decoding: bytes[range], as: UTF8.self)
      if let member = members[name] { return member }
      let member = NamedField(name)
      if members.count < Self.mostHeads { members[name] = member }
      return member
    }
    func numbers(upTo end: Int) {
      guard let member, member.kind != nil, outside < end else { return }
      body(TextPiece(range: outside..<end, line: line, lineStart: lineStart, field: member, isField: true))
    }
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\n"):
        numbers(upTo: place)
        (line, lineStart, outside) = (line + 1, place + 1, place + 1)
        place += 1
      case UInt8(ascii: "\""):
        numbers(upTo: place)
        let start = place + 1
        place = start
        while place < bytes.count, bytes[place] != UInt8(ascii: "\""), bytes[place] != UInt8(ascii: "\n") {
          place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        let end = min(place, bytes.count)
        place = min(end + 1, bytes.count)
        let next = bytes[place...].prefix(64).first { !" \t\r\n".utf8.contains($0) }
        if next == UInt8(ascii: ":") { member = named(start..<min(end, start + 256)) }
        let field = next == UInt8(ascii: ":") ? nil : member
        body(TextPiece(range: start..<end, line: line, lineStart: lineStart, field: field, isField: true, isJSON: true))
        outside = place
      default: place += 1
      }
    }
    numbers(upTo: bytes.count)
  }

  /// The attributes of a tag that readers see or follow.
  private static let read: Set = ["href", "alt", "title", "content", "value", "placeholder", "lat", "lon"]

  private func texts(_ body: (TextPiece) -> Void) {
    var (place, line, lineStart) = (0, 1, 0)
    func advance(to end: Int) {
      while place < end {
        if bytes[place] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, place + 1) }
        place += 1
      }
    }
    func text(upTo end: Int) {
      while place < end {
        let stop = bytes[place..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
        body(TextPiece(range: place..<stop, line: line, lineStart: lineStart))
        advance(to: min(stop + 1, end))
      }
    }
    while place < bytes.count {
      text(upTo: bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count)
      guard place < bytes.count else { return }
      let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
      for piece in attributes(in: place + 1..<end, line, lineStart) { body(piece) }
      let tag = bytes[place + 1..<end].prefix(6).map { $0 | 0x20 }
      advance(to: min(end + 1, bytes.count))
      if tag.elementsEqual("script".utf8) || tag.starts(with: "style".utf8) {
        advance(to: bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count)
      }
    }
  }

  private func attributes(in tag: Range<Int>, _ line: Int, _ lineStart: Int) -> [TextPiece] {
    var (pieces, place): ([TextPiece], Int) = ([], tag.lowerBound)
    while let sign = bytes[place..<tag.upperBound].firstIndex(of: UInt8(ascii: "=")) {
      let name = bytes[max(place, sign - 16)..<sign].reversed().prefix { FoldedLine.isWord($0) }.reversed()
      guard sign + 1 < tag.upperBound, "\"'".utf8.contains(bytes[sign + 1]),
        let end = bytes[sign + 2..<tag.upperBound].firstIndex(of: bytes[sign + 1])
      else {
        place = sign + 1
        continue
      }
      let word = String(decoding: name.map { $0 | 0x20 }, as: UTF8.self)
      if Self.read.contains(word) {
        pieces.append(
          TextPiece(
            range: sign + 2..<end, line: line, lineStart: lineStart, field: NamedField(word), isField: true))
      }
      place = end + 1
    }
    return pieces
  }
}
