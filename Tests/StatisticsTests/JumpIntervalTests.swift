import Statistics
import Testing

private func isNear(_ value: Double?, _ reference: Double) -> Bool {
  value.map { abs($0 - reference) <= 1e-6 * max(1, abs(reference)) } ?? false
}

/// The numbers of Python's rdrobust 2.1.1: `rdrobust(y, x, c=0, weights=w, cluster=g, vce='cr1')`, once with its
/// own bandwidths and once with `h=0.4, b=0.6`: h, b, the conventional and the bias-corrected jump, the robust error.
@Test(arguments: [
  (JumpDesign.smooth, [0.312286328255, 0.507472023029, 0.571918987192, 0.62230713489, 0.11977253273]),
  (JumpDesign.clustered, [0.298110423402, 0.439662579058, 0.41041732071, 0.420414867625, 0.137334733839]),
  (JumpDesign.batches, [0.241838287664, 0.51808379126, 0.526852180606, 0.568108271939, 0.090619977852]),
])
func theCorrectedJumpIsThatOfRdrobust(_ design: JumpDesign, _ numbers: [Double]) throws {
  let it = try #require(BiasCorrectedJump(design.observations(), at: 0))
  let found = [it.bandwidths.line, it.bandwidths.bias, it.conventional, it.size, it.error]
  for (found, reference) in zip(found, numbers) { #expect(isNear(found, reference), "\(found) for \(reference)") }
}

@Test(arguments: [
  (JumpDesign.smooth, [0.533175760103, 0.61474165619, 0.114821398811, 0.389695849866, 0.839787462515]),
  (JumpDesign.clustered, [0.417602202172, 0.485921591132, 0.113664906442, 0.2631424682, 0.708700714063]),
  (JumpDesign.batches, [0.477118529407, 0.587725793815, 0.076857117131, 0.437088612282, 0.738362975348]),
])
func theCorrectedJumpWithGivenBandwidthsIsThatOfRdrobust(_ design: JumpDesign, _ numbers: [Double]) throws {
  let it = try #require(
    BiasCorrectedJump(
      design.observations(), at: 0, bandwidths: .init(line: 0.4, bias: 0.6)))
  let interval = it.interval(confidence: 0.95)
  let found = [it.conventional, it.size, it.error, interval.lowerBound, interval.upperBound]
  for (found, reference) in zip(found, numbers) { #expect(isNear(found, reference), "\(found) for \(reference)") }
}

/// The numbers of Python's rdhonest 0.0.1: `rd_honest(y, x, cutoff=0, M=4, h=0.4, se_method='EHW', weights=w,
/// clusterid=g)`: the jump, its error, its worst bias and the interval.
@Test(arguments: [
  (JumpDesign.smooth, [0.5331757601, 0.1017876698, 0.05995562501, 0.3035617021, 0.7627898181]),
  (JumpDesign.clustered, [0.4176022022, 0.09561622669, 0.05632809458, 0.2019031575, 0.6333012469]),
  (JumpDesign.batches, [0.4771185294, 0.06274094512, 0.06676878543, 0.3071011825, 0.6471358763]),
])
func theHonestJumpIsThatOfRdhonest(_ design: JumpDesign, _ numbers: [Double]) throws {
  let it = try #require(
    HonestJump(design.observations(), at: 0, curvature: 4, bandwidth: 0.4))
  let interval = it.interval(confidence: 0.95)
  let found = [it.size, it.error, it.bias, interval.lowerBound, interval.upperBound]
  for (found, reference) in zip(found, numbers) { #expect(isNear(found, reference), "\(found) for \(reference)") }
}

/// The bound that `rd_honest(y, x, cutoff=0, h=0.4, se_method='EHW')` estimates, without weights.
@Test(arguments: [
  (JumpDesign.smooth, 16.33006366432287), (JumpDesign.clustered, 30.023986814647017),
  (JumpDesign.batches, 18.291166498326596),
])
func theRuleOfThumbIsThatOfRdhonest(_ design: JumpDesign, _ curvature: Double) throws {
  let equal = design.observations().map {
    LocalLinear.Observation(x: $0.x, y: $0.y, weight: 1, cluster: $0.cluster)
  }
  #expect(isNear(HonestJump(equal, at: 0, bandwidth: 0.4)?.curvature, curvature))
}

/// Intervals of a jump of 0 where the curve bends to the bound and the running variable has 40 places.
@Test func theIntervalsHoldTheJumpAsOftenAsTheySay() throws {
  var generator = SplitMix64(seed: 24)
  var (corrected, honest) = (0, 0)
  for _ in 0..<300 {
    let data = (0..<400).map { row -> LocalLinear.Observation in
      let x = (Double(row / 10) + 0.5) / 20 - 1
      // The second derivative is 4 on the right and −4 on the left.
      return .init(x: x, y: x + (x < 0 ? -2 : 2) * x * x + generator.normal() / 2, weight: 1, cluster: Int32(row))
    }
    if try #require(BiasCorrectedJump(data, at: 0)).interval(confidence: 0.95).contains(0) { corrected += 1 }
    if try #require(HonestJump(data, at: 0, curvature: 4)).interval(confidence: 0.95).contains(0) { honest += 1 }
  }
  // Three standard errors of 300 draws below 95 %, and not always.
  #expect(honest >= 273 && honest < 300, "\(honest)")
  #expect(corrected >= 264 && corrected < 300, "\(corrected)")
}

/// A bound of 0 leaves the usual interval, and a larger one a wider interval.
@Test func aLargerBoundWidensTheHonestInterval() throws {
  let data = JumpDesign.batches.observations()
  func width(_ curvature: Double) throws -> Double {
    let it = try #require(HonestJump(data, at: 0, curvature: curvature, bandwidth: 0.4))
    let interval = it.interval(confidence: 0.95)
    if curvature == 0 { #expect(isNear(interval.upperBound - it.size, 1.959963984540054 * it.error)) }
    return interval.upperBound - interval.lowerBound
  }
  let widths = try [0, 1, 5, 20].map(width)
  #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 < $1 })
}

@Test func tooLittleDataHasNoInterval() {
  #expect(BiasCorrectedJump([], at: 0) == nil && HonestJump([], at: 0) == nil)
  let left = JumpDesign.smooth.observations().filter { $0.x < 0 }
  #expect(BiasCorrectedJump(left, at: 0) == nil && HonestJump(left, at: 0) == nil)
  let few = Array(JumpDesign.smooth.observations()[195..<205])
  #expect(BiasCorrectedJump(few, at: 0.01) == nil && HonestJump(few, at: 0.01) == nil)
  let onePlace = (0..<20).map {
    LocalLinear.Observation(x: $0 < 10 ? 0 : 1, y: Double($0), weight: 1, cluster: Int32($0))
  }
  #expect(BiasCorrectedJump(onePlace, at: 0.5) == nil && HonestJump(onePlace, at: 0.5) == nil)
}
