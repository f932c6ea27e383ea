/// What a file holds, put together from its blocks in their order.
struct Assembly: Sendable {
  private var growing: [any GrowingColumn]
  /// What is wrong with the blocks.
  private(set) var faults = FaultTally()
  /// The blocks' numbers of rows and line feeds.
  private(set) var blocks: [(rows: Int, lines: Int)] = []
  /// The number of rows of all blocks, and of line feeds up to the end of the last.
  private(set) var rows = 0, lines: Int
  /// The part of the file that the first block is, as far as can be told.
  private let share: Double

  /// Nothing yet, of columns of `types`, whose texts may take `texts` bytes each, behind `lines` line feeds; the first
  /// block will be `share` of the file.
  init(_ types: [ColumnType], texts: Int, lines: Int, share: Double) {
    growing = types.map { $0.growingColumn(texts: texts) }
    (self.lines, self.share) = (lines, share)
  }

  /// The columns asked for that the file has, in the order asked for.
  var columns: [AnyColumn] { growing.map(\.column) }

  /// The first column that did not have room for its texts; nil where all had.
  var overfull: Int? { growing.firstIndex(where: \.isOverfull) }

  /// Adds the block that follows.
  mutating func append(_ block: BlockResult) {
    // Growing step by step takes twice the memory; what turns out to be too much is never touched. What a file seems
    // to hold is believed up to a limit.
    let room = blocks.isEmpty ? Int(min(Double(block.rows) / share * 1.02, 0x1p25)) : 0
    for (number, part) in block.columns.enumerated() { growing[number].append(part, room: room) }
    faults.append(block.faults, rows: rows, lines: lines)
    blocks.append((block.rows, block.lines))
    rows += block.rows
    lines += block.lines
  }
}
