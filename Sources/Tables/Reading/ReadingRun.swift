internal import Dispatch
internal import Synchronization

/// Reads the blocks of a file, as many at once as there are threads.
///
/// Blocks are taken from the source one after another, and put together in that order, so that the number of threads
/// changes nothing in what comes out.
struct ReadingRun: Sendable {
  /// What reading all blocks gives.
  struct Outcome: Sendable {
    var blocks: [BlockResult]
    /// Why the reading ended before the file did.
    var end: BlockSource.End?
  }

  let reader: BlockReader
  let threads: Int

  /// Reads `first`, from the byte at `start` on, and what follows it in `source`.
  func read(_ first: Block, from start: Int, _ source: consuming BlockSource) -> Outcome {
    let source = Mutex(SourceState(source))
    let results = Mutex<[Int: BlockResult]>([0: reader.read(first, from: start)])
    DispatchQueue.concurrentPerform(iterations: max(1, threads)) { _ in
      while let block = source.withLock({ $0.next() }) {
        let result = reader.read(block)
        results.withLock { $0[block.number] = result }
      }
    }
    let end = source.withLock { $0.end }
    let byNumber = results.withLock { $0 }
    return Outcome(blocks: byNumber.keys.sorted().compactMap { byNumber[$0] }, end: end)
  }

  private struct SourceState: Sendable {
    private var source: BlockSource
    private(set) var end: BlockSource.End?
    private var isDone = false

    init(_ source: BlockSource) { self.source = source }

    mutating func next() -> Block? {
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
}
