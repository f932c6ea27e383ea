/// What a file holds, put together from its blocks in their order.
struct Assembly: Sendable {
  private var growing: [any GrowingColumn]
  /// What is wrong with the blocks.
  private(set) var faults = FaultTally()
  /// The blocks' numbers of rows and line feeds.
  private(set) var blocks: [(rows: Int, lines: Int)] = []
  /// The number of rows of all blocks, and of line feeds up to the end of the last.
  private(set) var rows = 0, lines: Int
  /// Whether all blocks that tell are UTF-8 although the format says otherwise; nil where none does.
  private(set) var isUTF8: Bool?
  /// The part of the file that the first block is, as far as can be told.
  private let share: Double
  private let limits: ReadingLimits
  /// Bytes that the columns take, and those at which the memory at hand is looked at next.
  private var bytes = 0, nextLook: Int
  /// Whether the columns take more than half of the memory at hand.
  private(set) var isBeyondMemory = false

  /// Nothing yet, of columns of `types`, behind `lines` line feeds; the first block will be `share` of the file.
  init(_ types: [ColumnType], _ limits: ReadingLimits, lines: Int, share: Double) {
    growing = types.map { $0.growingColumn(texts: limits.texts) }
    (self.lines, self.share, self.limits, nextLook) = (lines, share, limits, limits.memoryStep)
  }

  /// Whether reading on makes no sense.
  var isFull: Bool { isBeyondMemory || overfull != nil }

  /// The columns asked for that the file has, in the order asked for.
  var columns: [AnyColumn] { growing.map(\.column) }

  /// The first column that did not have room for its texts; nil where all had.
  var overfull: Int? { growing.firstIndex(where: \.isOverfull) }

  /// Adds the block that follows.
  mutating func append(_ block: BlockResult) {
    if let block = block.isUTF8 { isUTF8 = block && isUTF8 != false }
    // Growing step by step takes twice the memory; what turns out to be too much is never touched. What a file seems
    // to hold is believed up to a limit.
    let size = block.columns.reduce(0) { $0 + $1.bytes }
    let room = blocks.isEmpty ? room(for: block, size) : 0
    bytes += size
    if bytes >= nextLook {
      isBeyondMemory = isBeyondMemory || bytes > limits.memory()
      nextLook = bytes + limits.memoryStep
    }
    guard !isBeyondMemory else { return }
    for (number, part) in block.columns.enumerated() { growing[number].append(part, room: room) }
    faults.append(block.faults, rows: rows, lines: lines)
    blocks.append((block.rows, block.lines))
    rows += block.rows
    lines += block.lines
  }

  /// The rows that the file seems to have, as far as there is memory for them.
  private func room(for block: BlockResult, _ size: Int) -> Int {
    let rows = min(Double(block.rows) / share * 1.02, 0x1p25)
    let most = Double(limits.memory() / 2) / Double(max(size, 1)) * Double(block.rows)
    return Int(min(rows, max(most, Double(block.rows))))
  }
}

extension AnyColumn {
  /// The bytes that the values take.
  fileprivate var bytes: Int {
    switch self {
    case .integer(let it): it.values.bytes
    case .decimal(let it): it.values.bytes
    case .number(let it): it.values.bytes
    case .text(let it): it.slots.bytes + it.pool.count
    case .dateTime(let it): it.values.bytes
    case .date(let it): it.values.bytes
    case .boolean(let it): it.values.bytes
    }
  }
}

extension Array {
  /// The bytes that the elements take.
  fileprivate var bytes: Int { count * MemoryLayout<Element>.stride }
}
