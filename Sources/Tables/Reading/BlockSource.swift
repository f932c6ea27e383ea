internal import Compression
internal import Files
internal import Spreadsheets

/// A part of a file that holds whole rows.
struct Block: Sendable {
  /// The block's position among those of the file, from 0.
  let number: Int
  fileprivate let content: Content

  fileprivate enum Content: @unchecked Sendable {
    // Sendable because the bytes are only read, and their owner outlives the reading.
    case part(UnsafeRawBufferPointer)
    case own([UInt8])
  }

  /// The bytes, where they are a part of the file as it is.
  var part: UnsafeRawBufferPointer? { if case .part(let bytes) = content { bytes } else { nil } }

  /// Calls `body` with the bytes.
  func withBytes<Success, Failure: Error>(_ body: (Bytes) throws(Failure) -> Success) throws(Failure) -> Success {
    switch content {
    case .part(let bytes): try body(bytes.assumingMemoryBound(to: UInt8.self))
    case .own(let bytes): try bytes.withUnsafeBufferPointer(body)
    }
  }
}

/// Limits that keep hostile files from taking all memory, and the size in which files are read.
struct ReadingLimits {
  /// Bytes that a block has where no row is longer.
  var block = 1 << 18
  /// Bytes of the longest row, its line break included.
  var row = TextSlot.maximumLength
  /// Bytes that the distinct texts of one column may take.
  var texts = TextSlot.maximumPool
  /// Bytes that may come out of a compressed file.
  var decompressed = FileLimit.data.bytes
  /// How many times its own size a compressed file may hold; tables that people made hold ten times as much.
  var expansion = 100
  /// Bytes that may come out of a compressed file however small it is.
  var freelyDecompressed = 16 << 20
  /// Bytes that the table takes between two looks at the memory at hand.
  var memoryStep = 64 << 20
  /// The memory at hand. A table may take half of what there is: as much as it then leaves.
  var memory: @Sendable () -> Int = { MemoryAtHand.bytes }
}

/// A file in blocks of whole rows, from its start to its end, decompressed as it goes.
struct BlockSource: @unchecked Sendable {
  // Sendable because the bytes are only read, and their owner outlives the source.

  /// What the content comes out of.
  enum Packing {
    /// The file as it is, or a gzip stream.
    case none, gzip
    /// A sheet.
    case sheet(SheetText)
  }

  /// Why there is no further block.
  enum End: Error {
    /// The next row is longer than allowed.
    case rowTooLong
    /// The file as a whole is no table.
    case message(TableMessage)
  }

  private let cutter: RowCutter
  private let headerLine: Int
  private let limits: ReadingLimits
  private let inflater: Inflater?
  private let sheet: SheetText?
  /// What was not looked at yet: of a plain file content, else what is still compressed.
  private var rest: UnsafeRawBufferPointer
  /// What is decompressed, and was not handed over.
  private var pending: [UInt8] = []
  private var number = 0
  /// The size of the file, and the bytes that were handed over.
  private let size: Int
  private var taken = 0

  /// The blocks of what comes out of `bytes` by `packing`; the bytes must outlive the source and its blocks.
  ///
  /// Throws an `End` where the file is empty, or does not begin as `format` says.
  init(
    _ bytes: UnsafeRawBufferPointer, _ packing: Packing, _ format: CSVFormat, _ limits: ReadingLimits
  ) throws(End) {
    if case .sheet(let text) = packing { sheet = text } else { sheet = nil }
    let isCompressed = if case .gzip = packing { true } else { false }
    (rest, size, cutter, self.limits) = (bytes, bytes.count, RowCutter(format), limits)
    headerLine = format.headerLine
    do {
      inflater = isCompressed ? try Inflater(.gzip, limit: limits.decompressed) : nil
    } catch {
      throw .message(.notGzip)
    }
    inflater?.allowsPadding = true
    let first = try withWindow(of: 3) { window, _ in Array(window) }
    guard !first.isEmpty else { throw .message(.empty) }
    if sheet != nil { return }
    if first.starts(with: [0x1F, 0x8B]) { throw .message(isCompressed ? .isGzipTwice : .isGzip) }
    if first == Array("PK\u{3}".utf8) { throw .message(.isArchive) }
    if first[0] == UInt8(ascii: "<"), first.count == 3, Array("!?hH".utf8).contains(first[1]) {
      throw .message(.isWebPage)
    }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { throw .message(.isUTF16) }
    let hasMark = first.starts(with: [0xEF, 0xBB, 0xBF])
    switch format.encoding {
    case .utf8: if hasMark { throw .message(.byteOrderMark) }
    case .utf8WithMark:
      guard hasMark else { throw .message(.noByteOrderMark) }
      _ = take(3)
      if try withWindow(of: 1, { window, _ in window.isEmpty }) { throw .message(.empty) }
    case .latin1, .windows1252: if hasMark { throw .message(.byteOrderMark) }
    }
  }

  /// The part of the file that was handed over, above 0, as far as can be told.
  var share: Double {
    // What is decompressed already and what is not are taken to be packed alike.
    let read = sheet.map { max($0.share, 0.001) } ?? Double(size - rest.count) / Double(size)
    return read * Double(max(taken, 1)) / Double(max(taken + pending.count, 1))
  }

  /// Where the rows of a sheet stand in it; nil for any other file.
  var places: SheetPlaces? { sheet?.places }

  /// The next block; nil behind the last. The first one holds the header, and all lines above it.
  mutating func next() throws(End) -> Block? {
    let (cutter, limits, linesAbove) = (cutter, limits, number == 0 ? headerLine - 1 : 0)
    var size = limits.block
    while true {
      let (end, count, isLast) = try withWindow(of: size) { window, isLast in
        (cutter.endOfRows(in: window.assumingMemoryBound(to: UInt8.self), behind: linesAbove), window.count, isLast)
      }
      if count == 0 { return nil }
      // The last row of a file may lack its line break.
      if let end = end ?? (isLast ? count : nil) {
        defer { number += 1 }
        return Block(number: number, content: take(end))
      }
      guard size < limits.row else { throw .rowTooLong }
      size = min(size * 2, limits.row)
    }
  }

  /// Calls `body` with the next bytes, `count` of them if there are so many, and whether they are the last.
  private mutating func withWindow<Success>(
    of count: Int, _ body: (UnsafeRawBufferPointer, _ isLast: Bool) -> Success
  ) throws(End) -> Success {
    if let sheet {
      try fill(from: sheet, count)
      return pending.withUnsafeBytes { bytes in
        body(UnsafeRawBufferPointer(rebasing: bytes.prefix(count)), bytes.count <= count)
      }
    }
    guard let inflater else { return body(UnsafeRawBufferPointer(rebasing: rest.prefix(count)), rest.count <= count) }
    do {
      // Compressed bytes in small parts, as each may become a thousand times as many.
      while pending.count <= count, !rest.isEmpty {
        try inflater.write(UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 14))) { pending.append(contentsOf: $0) }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(1 << 14))
        if rest.isEmpty { try inflater.finish() }
        let isDense = inflater.count > limits.freelyDecompressed
        if isDense, inflater.count / limits.expansion > size - rest.count {
          throw End.message(.tooDense(times: limits.expansion))
        }
      }
    } catch let end as End {
      throw end
    } catch CompressionError.truncated {
      throw .message(.truncated)
    } catch CompressionError.overLimit(let limit) {
      throw .message(.tooLarge(limit: limit))
    } catch {
      throw .message(.notGzip)
    }
    return pending.withUnsafeBytes { bytes in
      body(UnsafeRawBufferPointer(rebasing: bytes.prefix(count)), bytes.count <= count)
    }
  }

  /// Reads on in a sheet until more than `count` bytes are there, or all.
  private mutating func fill(from sheet: SheetText, _ count: Int) throws(End) {
    do throws(SpreadsheetMessage) {
      while pending.count <= count, try sheet.next(into: &pending) {}
    } catch {
      throw .message(.spreadsheet(error))
    }
  }

  /// The first `count` bytes as a block, up to the end of a line, however large blocks are: of a source of which nothing was
  /// taken. Nil where they cannot be read.
  mutating func beginning(_ count: Int) -> Block? {
    try? withWindow(of: count) { window, isLast in
      let end = isLast ? window.count : window.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return Block(number: 0, content: .own(Array(window[..<end])))
    }
  }

  /// Hands over the next `count` bytes.
  private mutating func take(_ count: Int) -> Block.Content {
    taken += count
    guard inflater != nil || sheet != nil else {
      defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
      return .part(UnsafeRawBufferPointer(rebasing: rest[..<count]))
    }
    defer { pending.removeFirst(count) }
    return .own(Array(pending[..<count]))
  }
}
