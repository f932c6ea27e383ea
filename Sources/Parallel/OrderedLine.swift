internal import Dispatch
internal import Synchronization

/// Hands `take` what `make` makes of 0, 1 and so on up to `count` - 1, one after another in that order, made on up to
/// `threads` threads.
///
/// Values that wait for their turn are at most four a thread, so that memory does not grow with `count`. `take` is called
/// by whichever thread has the next value, and never by two at once.
/// - Throws: what the first number that fails throws, in `make` or `take`; no later one is handed on.
public func makeInOrder<Value: Sendable>(
  _ count: Int, threads: Int = ProcessorCount.online, make: @Sendable (Int) throws -> Value,
  take: (Value) throws -> Void
) throws {
  let threads = max(1, min(threads, count))
  let line = OrderedLine<Value>(count: count, threads: threads)
  // One thread at a time is in `take`, and what one has written the next one sees: the line's lock is between them.
  nonisolated(unsafe) let take = take
  DispatchQueue.concurrentPerform(iterations: threads) { _ in
    while let number = line.next() {
      line.add(number, Result { try make(number) })
      while let value = line.due() { line.taken(Result { try take(value.get()) }) }
    }
  }
  if let failure = line.failure { throw failure }
}

/// Values on their way from the threads that make them to the one place where they are taken in order.
private final class OrderedLine<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var due = 0
    /// A thread has taken the value before `due` and is not done with it.
    var isTaking = false
    var waiting: [Int: Result<Value, any Error>] = [:]
    var failure: (any Error)?
  }

  private let count: Int
  private let threads: Int
  private let state = Mutex(State())
  /// Counts the places for values that are made and not taken. It begins with none, as a semaphore must not end with fewer
  /// than it began with.
  private let places = DispatchSemaphore(value: 0)

  init(count: Int, threads: Int) {
    (self.count, self.threads) = (count, threads)
    for _ in 0..<(4 * threads) { places.signal() }
  }

  /// What the first value threw that was not made or taken.
  var failure: (any Error)? { state.withLock { $0.failure } }

  /// The number of the next value that is to be made, once there is place for it; nil where no more are.
  func next() -> Int? {
    places.wait()
    let number = state.withLock { state -> Int? in
      guard state.next < count, state.failure == nil else { return nil }
      defer { state.next += 1 }
      return state.next
    }
    // Whoever waits for a place learns it, too.
    if number == nil { places.signal() }
    return number
  }

  func add(_ number: Int, _ value: Result<Value, any Error>) { state.withLock { $0.waiting[number] = value } }

  /// The value whose turn it is, where it is there and nobody takes another one; `taken` follows.
  func due() -> Result<Value, any Error>? {
    state.withLock { state in
      guard !state.isTaking, state.failure == nil, let value = state.waiting.removeValue(forKey: state.due) else {
        return nil
      }
      state.isTaking = true
      return value
    }
  }

  /// Goes on behind the value that was taken.
  func taken(_ result: Result<Void, any Error>) {
    state.withLock { state in
      state.isTaking = false
      state.due += 1
      if case .failure(let error) = result { state.failure = error }
    }
    places.signal()
  }
}
