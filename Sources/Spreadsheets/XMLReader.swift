internal import CExpat

/// Reads a part of a spreadsheet as its bytes come, in constant memory.
///
///     let reader = try XMLReader(handler, part: "xl/workbook.xml")
///     try reader.feed(piece)
///     try reader.finish()
///
/// A document type is refused wherever one stands: with it go entities, which can multiply (a billion laughs) and reach
/// for other files. Elements inside one another, and the bytes of one tag, have an end.
final class XMLReader {
  /// The most elements inside one another.
  static let depth: Int32 = 200
  /// The most bytes that a tag, a comment and the like may take: the parser looks at them from their start each time that
  /// more of them come.
  static let longestToken = 4 << 20

  private let parser: XML_Parser
  private let handler: XMLHandler
  private let part: String
  private let state: UnsafeMutablePointer<State>
  /// Bytes in which nothing was found.
  private var waiting = 0

  /// What the callbacks reach.
  private struct State {
    let parser: XML_Parser
    let handler: Unmanaged<XMLHandler>
    var depth: Int32 = 0
    /// Whether something was found since this was set to false.
    var hasMoved = false
    var hasType = false
    var isTooDeep = false
  }

  /// A reader that hands what stands in the part called `part` to `handler`.
  init(_ handler: XMLHandler, part: String) throws(SpreadsheetMessage) {
    guard let parser = XML_ParserCreate(nil) else { throw .outOfMemory }
    (self.parser, self.handler, self.part) = (parser, handler, part)
    state = .allocate(capacity: 1)
    state.initialize(to: State(parser: parser, handler: .passUnretained(handler)))
    XML_SetUserData(parser, state)
    XML_SetElementHandler(
      parser,
      { user, name, attributes in
        guard let state = user?.assumingMemoryBound(to: State.self), let name, let attributes else { return }
        state.pointee.depth += 1
        guard state.pointee.depth <= XMLReader.depth else {
          state.pointee.isTooDeep = true
          XML_StopParser(state.pointee.parser, 0)
          return
        }
        XMLReader.call(state) {
          $0.start(
            name, XMLAttributes(UnsafeRawPointer(attributes).assumingMemoryBound(to: UnsafePointer<CChar>?.self)))
        }
      },
      { user, name in
        guard let state = user?.assumingMemoryBound(to: State.self), let name else { return }
        state.pointee.depth -= 1
        XMLReader.call(state) { $0.end(name) }
      })
    XML_SetCharacterDataHandler(parser) { user, start, count in
      guard let state = user?.assumingMemoryBound(to: State.self), let start else { return }
      let bytes = UnsafeRawBufferPointer(start: start, count: Int(count))
      XMLReader.call(state) { $0.text(bytes.assumingMemoryBound(to: UInt8.self)) }
    }
    XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
      guard let state = user?.assumingMemoryBound(to: State.self) else { return }
      state.pointee.hasType = true
      XML_StopParser(state.pointee.parser, 0)
    }
  }

  deinit {
    XML_ParserFree(parser)
    state.deallocate()
  }

  /// Lets the handler do something, and stops where that finds a fault.
  @inline(__always)
  private static func call(_ state: UnsafeMutablePointer<State>, _ body: (XMLHandler) -> Void) {
    state.pointee.hasMoved = true
    state.pointee.handler._withUnsafeGuaranteedRef { handler in
      body(handler)
      if handler.isStopped.pointee { XML_StopParser(state.pointee.parser, 0) }
    }
  }

  /// Reads the next bytes of the part.
  func feed(_ piece: UnsafeRawBufferPointer) throws(SpreadsheetMessage) {
    // The parser counts bytes in 31 bits.
    var rest = piece[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
      rest = rest.dropFirst(part.count)
      try parse(part, isLast: false)
      waiting = state.pointee.hasMoved ? 0 : waiting + part.count
      state.pointee.hasMoved = false
      if waiting > Self.longestToken { throw .notXML(part: self.part, line: line) }
    }
  }

  /// Checks that the part is complete.
  func finish() throws(SpreadsheetMessage) { try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func parse(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(SpreadsheetMessage) {
    let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
    let status = XML_Parse(parser, start, Int32(bytes.count), isLast ? 1 : 0)
    withExtendedLifetime(handler) {}
    guard status != XML_STATUS_OK else { return }
    if let fault = handler.fault { throw fault }
    if state.pointee.hasType { throw .documentType(part: part) }
    if state.pointee.isTooDeep { throw .tooDeep(part: part, limit: Int(Self.depth)) }
    if XML_GetErrorCode(parser) == XML_ERROR_NO_MEMORY { throw .outOfMemory }
    throw .notXML(part: part, line: line)
  }
}
