import Statistics
import TestSupport
import Testing

struct SampleDesignTests {
  /// The shares of Neyman are the best of all near them, and of no stratum is more drawn than it holds.
  @Test func noOtherAllocationIsBetter() {
    let (sizes, deviations) = ([52, 74, 39, 16], [0.10, 0.16, 0.22, 0.28])
    let best = SampleDesign.neyman(60, sizes: sizes, deviations: deviations)
    let error = SampleDesign.standardError(of: best, sizes: sizes, deviations: deviations)
    for from in sizes.indices {
      for to in sizes.indices where to != from {
        var other = best
        other[from] -= 0.5
        other[to] += 0.5
        #expect(SampleDesign.standardError(of: other, sizes: sizes, deviations: deviations) > error)
      }
    }
    let crowded = SampleDesign.neyman(150, sizes: sizes, deviations: deviations)
    #expect(crowded[3] == 16)
    #expect(abs(crowded.reduce(0, +) - 150) < 1e-9)
    #expect(SampleDesign.whole(crowded).reduce(0, +) == 150)
    #expect(SampleDesign.whole([1.5, 1.5, 2]) == [2, 1, 2])
    #expect(SampleDesign.designEffect(clusterSize: 11, correlation: 0.1) == 2)
  }

  /// With all stations drawn there is no error left, and more heterogeneous ones ask for more.
  @Test func stationsAreNoVoters() {
    #expect(SampleDesign.stationsNeeded(population: 100, deviation: 0.2, error: 1e-9, z: 1.96) > 99.9)
    let voters = SampleDesign.votersNeeded(population: 18_128, error: 0.02, z: 1.96)
    let even = SampleDesign.stationsNeeded(population: 18_128, deviation: 0.5, error: 0.02, z: 1.96)
    #expect(abs(voters / even - 1) < 1e-12)
    #expect(SampleDesign.stationsNeeded(population: 18_128, deviation: 0.16, error: 0.02, z: 1.96) < voters)
  }
}

@Suite(.enabled(if: SharedFolder.isPresent, "the reference results are not beside the repository"))
struct SampleDesignVectorTests {
  private struct Design: Decodable {
    struct Size: Decodable { let N: Int, E, z, n: Double }
    struct Allocation: Decodable {
      let Nh: [Int], Sh: [Double], n: Double, proportional, neyman: [Double], se_prop, se_neyman: Double
    }
    let ndi_n: [Size]
    let allocation: Allocation
  }

  @Test func theDesignsOfTheReference() throws {
    let vectors = try SharedFolder.decode(Design.self, from: "vectors/recount/quickcount_design.json")
    #expect(vectors.ndi_n.count == 3)
    for it in vectors.ndi_n {
      #expect(abs(SampleDesign.votersNeeded(population: it.N, error: it.E, z: it.z) / it.n - 1) < 1e-9)
    }
    let it = vectors.allocation
    for (found, expected, error) in [
      (SampleDesign.proportional(it.n, sizes: it.Nh), it.proportional, it.se_prop),
      (SampleDesign.neyman(it.n, sizes: it.Nh, deviations: it.Sh), it.neyman, it.se_neyman),
    ] {
      for (share, other) in zip(found, expected) { #expect(abs(share / other - 1) < 1e-9) }
      #expect(abs(SampleDesign.standardError(of: found, sizes: it.Nh, deviations: it.Sh) / error - 1) < 1e-9)
    }
  }
}
