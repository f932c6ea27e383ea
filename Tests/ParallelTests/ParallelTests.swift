import Parallel
import Synchronization
import Testing

@Suite struct OrderedLineTests {
  private struct Refused: Error, Equatable { var number: Int }

  @Test(arguments: [1, 2, 3, 16]) func valuesAreTakenInOrder(threads: Int) throws {
    var taken: [Int] = []
    try makeInOrder(1_000, threads: threads) {
      $0 * $0
    } take: {
      taken.append($0)
    }
    #expect(taken == (0..<1_000).map { $0 * $0 })
    try makeInOrder(0, threads: threads) {
      $0
    } take: {
      taken.append($0)
    }
    #expect(taken.count == 1_000)
  }

  /// Of several that fail the first in order is told, whichever fails first, and nothing behind it is taken.
  @Test(arguments: [1, 2, 5], [7, 0, 99]) func theFirstFailureIsTold(threads: Int, first: Int) {
    var taken: [Int] = []
    #expect(throws: Refused(number: first)) {
      try makeInOrder(100, threads: threads) { number in
        if number >= first { throw Refused(number: number) }
        return number
      } take: {
        taken.append($0)
      }
    }
    #expect(taken == Array(0..<first))
  }

  @Test(arguments: [1, 2, 5]) func whatTakesCanFail(threads: Int) {
    var taken: [Int] = []
    #expect(throws: Refused(number: 50)) {
      try makeInOrder(10_000, threads: threads) {
        $0
      } take: { number in
        if number == 50 { throw Refused(number: number) }
        taken.append(number)
      }
    }
    #expect(taken == Array(0..<50))
  }

  /// A value that takes long does not let the others grow without end.
  @Test func fewValuesWait() throws {
    let made = Mutex(0)
    var most = 0
    var taken = 0
    try makeInOrder(5_000, threads: 4) { number in
      made.withLock { $0 += 1 }
      return number
    } take: { _ in
      most = max(most, made.withLock { $0 } - taken)
      taken += 1
    }
    #expect(most <= 4 * 4)
  }
}

@Suite struct ConcurrentMapTests {
  @Test(arguments: [1, 2, 7]) func valuesStandInOrder(threads: Int) {
    #expect(concurrentMap(500, threads: threads) { $0 + 1 } == Array(1...500))
    #expect(concurrentMap(0, threads: threads) { $0 }.isEmpty)
  }
}
