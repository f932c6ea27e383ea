internal import Dispatch
internal import Synchronization

/// What `body` makes of 0, 1 and so on up to `count` - 1, in that order, made on up to `threads` threads.
///
/// The numbers are taken one after another, the smaller ones first.
public func concurrentMap<Value: Sendable>(
  _ count: Int, threads: Int = ProcessorCount.online, _ body: @Sendable (Int) -> Value
) -> [Value] {
  let state = Mutex<(next: Int, values: [Value?])>((0, [Value?](repeating: nil, count: count)))
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
    while true {
      let number = state.withLock { state in
        defer { state.next += 1 }
        return state.next
      }
      guard number < count else { return }
      let value = body(number)
      state.withLock { $0.values[number] = value }
    }
  }
  return state.withLock { $0.values.compactMap(\.self) }
}
