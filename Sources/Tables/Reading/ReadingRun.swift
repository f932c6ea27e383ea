internal import Dispatch
internal import Files
internal import Synchronization

/// Reads the blocks of a file, as many at once as there are threads.
///
/// Blocks are taken from the source one after another, and put together in that order, so that the number of threads
/// changes nothing in what comes out.
struct ReadingRun: Sendable {
  let format: CSVFormat
  /// The number of columns in the file.
  let width: Int
  let parsers: [ColumnParser]
  /// Where the first row begins in the first block.
  let start: Int
  let threads: Int
  /// The file, where it is mapped: what was read of it takes no more memory.
  let mapping: MappedFile?

  /// `assembly` with what `first` and the blocks behind it in `source` hold, and why the reading ended before the file
  /// did.
  func read(
    _ first: Block, then source: consuming BlockSource, into assembly: consuming Assembly
  ) -> (Assembly, end: BlockSource.End?) {
    let source = Mutex(Supply(first, then: source))
    let queue = Mutex(Queue())
    let assembly = Mutex(assembly)
    // Results that wait for a thread that the system lets wait take memory, so that there is an end to them.
    let ahead = DispatchSemaphore(value: max(1, threads) * 8)
    // Decompression takes its time; a thread that waits for a mutex meanwhile may keep its processor busy.
    let turn = DispatchSemaphore(value: 1)
    // What does not fit is not read to its end.
    let isFull = Mutex(false)
    @Sendable func nextBlock() -> Block? {
      turn.wait()
      defer { turn.signal() }
      guard !isFull.withLock({ $0 }) else { return nil }
      return source.withLock { $0.next() }
    }
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
      var reader = BlockReader(format: format, width: width, parsers: parsers)
      ahead.wait()
      while let block = nextBlock() {
        let result = reader.read(block, from: block.number == 0 ? start : 0)
        if let mapping, let part = block.part { mapping.giveBack(part) }
        var due = queue.withLock { $0.next(behind: result, block.number) }
        while let result = due {
          let isDone = assembly.withLock {
            $0.append(result)
            return $0.isFull
          }
          if isDone { isFull.withLock { $0 = true } }
          ahead.signal()
          due = queue.withLock { $0.next() }
        }
        ahead.wait()
      }
      ahead.signal()
    }
    return (assembly.withLock { $0 }, source.withLock { $0.end })
  }

  /// The blocks that are left.
  private struct Supply: Sendable {
    private var first: Block?
    private var source: BlockSource
    private(set) var end: BlockSource.End?
    private var isDone = false

    init(_ first: Block, then source: BlockSource) { (self.first, self.source) = (first, source) }

    mutating func next() -> Block? {
      if let first = first.take() { return first }
      guard !isDone else { return nil }
      do throws(BlockSource.End) {
        let block = try source.next()
        isDone = block == nil
        return block
      } catch {
        (end, isDone) = (error, true)
        return nil
      }
    }
  }

  /// Results that wait for those of earlier blocks.
  ///
  /// Who gets one puts it in its place, and then asks for the next. Others meanwhile read on.
  private struct Queue: Sendable {
    private var waiting: [Int: BlockResult] = [:]
    private var number = 0
    private var isServed = false

    /// The next result in line, after that of block `number` came in; nil where it is not there, or somebody is at it.
    mutating func next(behind result: consuming BlockResult, _ number: Int) -> BlockResult? {
      waiting[number] = result
      return isServed ? nil : next()
    }

    /// The next result in line; nil where it is not there.
    mutating func next() -> BlockResult? {
      let result = waiting.removeValue(forKey: number)
      isServed = result != nil
      if isServed { number += 1 }
      return result
    }
  }
}
