import Foundation
import Statistics
import TestSupport
import Testing

/// The samplers of others, digit by digit.
@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct SamplerVectorTests {
  private struct Consistent: Decodable {
    struct First: Decodable { let id, seed, x: String }
    struct Next: Decodable { let x, y: String }
    struct Shuffle: Decodable { let ids: [String], seed: String, order: [String] }
    struct Take: Decodable { let n: Int, seed: String, first10: [Int], tickets5: [String] }
    struct Ticket: Decodable {
      let number, id: String
      let generation: Int

      init(from decoder: any Decoder) throws {
        var parts = try decoder.unkeyedContainer()
        number = try parts.decode(String.self)
        if let id = try? parts.decode(String.self) {
          self.id = id
        } else {
          var place = try parts.nestedUnkeyedContainer()
          id = "('\(try place.decode(String.self))', \(try place.decode(Int.self)))"
        }
        generation = try parts.decode(Int.self)
      }
    }
    struct Replacing: Decodable { let ids: [String], seed: String, tickets: [Ticket] }
    struct Arlo: Decodable { let seed: String, tickets: [Ticket] }
    let first_fraction: First
    let next_fraction: Next
    let shuffle: [Shuffle]
    let take: Take
    let with_replacement: Replacing
    let arlo_draw_sample: Arlo
  }

  private func ticket(_ text: String) -> [UInt8] { Array(text.dropFirst(2).utf8) }

  @Test func theConsistentSampler() throws {
    let vectors = try SharedFolder.decode(Consistent.self, from: "vectors/recount/consistent_sampler.json")
    let first = vectors.first_fraction
    #expect(ConsistentSampler(seed: first.seed).firstTicket(first.id) == ticket(first.x))
    #expect(ConsistentSampler.nextTicket(ticket(vectors.next_fraction.x)) == ticket(vectors.next_fraction.y))
    for it in vectors.shuffle {
      let drawn = try ConsistentSampler(seed: it.seed).draw(it.ids.count, from: SamplingFrame(keys: it.ids))
      #expect(drawn.map { it.ids[$0.unit] } == it.order)
    }
    let take = vectors.take
    // The units of the published example are the numbers from 1.
    let numbers = (1...take.n).map(String.init)
    let taken = try ConsistentSampler(seed: take.seed).draw(10, from: SamplingFrame(keys: numbers))
    #expect(taken.map { numbers[$0.unit] } == take.first10.map(String.init))
    #expect(taken.prefix(5).map { $0.ticket(9) } == take.tickets5)
  }

  @Test func theConsistentSamplerPuttingBack() throws {
    let vectors = try SharedFolder.decode(Consistent.self, from: "vectors/recount/consistent_sampler.json")
    let it = vectors.with_replacement
    try check(it.tickets, seed: it.seed, ids: it.ids, digits: 9)
    let ballots = (1...4).flatMap { place in (1...25).map { "('pct \(place)', \($0))" } }
    try check(vectors.arlo_draw_sample.tickets, seed: vectors.arlo_draw_sample.seed, ids: ballots, digits: 18)
  }

  private func check(_ tickets: [Consistent.Ticket], seed: String, ids: [String], digits: Int) throws {
    let drawn = try ConsistentSampler(seed: seed).draw(
      tickets.count, from: SamplingFrame(keys: ids), replacing: true)
    #expect(drawn.map { $0.ticket(digits) } == tickets.map(\.number))
    #expect(drawn.map { ids[$0.unit] } == tickets.map(\.id))
    #expect(drawn.map(\.generation) == tickets.map(\.generation))
  }

  private struct Counters: Decodable {
    struct Case: Decodable { let seed: String, lo, hi, k: Int, replacement: Bool, numbers: [Int] }
    let cases: [Case]
  }

  @Test func theCounterSampler() throws {
    let vectors = try SharedFolder.decode(Counters.self, from: "vectors/recount/rivest_sampler.json")
    #expect(!vectors.cases.isEmpty)
    for it in vectors.cases {
      let drawn = try CounterSampler(seed: it.seed).draw(it.k, of: it.hi - it.lo + 1, replacing: it.replacement)
      #expect(drawn.map { it.lo + $0.unit } == it.numbers)
    }
  }

  private struct Generators: Decodable {
    struct Case: Decodable {
      let seed: String
      let cryptorandom_randint_trunc_1_1001_x5, cryptorandom_randint_1_1001_x5: [Int]
      let random_x3: [Double]
      let random_sample_FisherYates_100_choose_8: [Int]
    }
    let cases: [Case]
  }

  @Test func theHashGenerator() throws {
    let vectors = try SharedFolder.decode(Generators.self, from: "vectors/recount/sha256_prng.json")
    #expect(vectors.cases.count == 2)
    for it in vectors.cases {
      var generator = HashGenerator(seed: it.seed)
      #expect((0..<5).map { _ in 1 + generator.remainder(1000) } == it.cryptorandom_randint_trunc_1_1001_x5)
      generator = HashGenerator(seed: it.seed)
      #expect((0..<5).map { _ in 1 + generator.below(1000) } == it.cryptorandom_randint_1_1001_x5)
      generator = HashGenerator(seed: it.seed)
      #expect((0..<3).map { _ in generator.fraction() } == it.random_x3)
      generator = HashGenerator(seed: it.seed)
      #expect(try generator.shuffled(8, of: 100) == it.random_sample_FisherYates_100_choose_8)
    }
  }
}
