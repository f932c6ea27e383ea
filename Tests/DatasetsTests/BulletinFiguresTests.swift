import Language
import Tables
import Testing

@testable import Datasets

private func bulletin(_ votes: [Int?], _ percents: [ExactDecimal?] = [], valid: Int? = nil) -> Bulletin {
  Bulletin(
    provenance: Provenance(
      key: "first", citation: Citation(CitedSource("court", label: Text("Court"))), basis: .reported,
      publication: Publication(from: nil, to: nil, basis: .unknown)), stage: .bulletin, followsPrevious: false,
    validVotes: valid, votes: votes, percents: percents.isEmpty ? votes.map { _ in nil } : percents)
}

@Test func theLeadIsThatOfTheFirstOverTheSecond() throws {
  let lead = try #require(bulletin([10, nil, 30, 25]).computedLead)
  #expect(lead.votes == 5 && lead.leader == 2 && lead.second == 3)
  let tie = try #require(bulletin([30, 30, 1]).computedLead)
  #expect(tie.votes == 0 && tie.leader == nil && tie.second == nil)
  #expect(bulletin([30, nil]).computedLead == nil)
}

@Test func validVotesAreStatedOrSummedOrImplied() {
  #expect(bulletin([10, 20], valid: 40).validCounted?.value == 40)
  #expect(bulletin([10, 20]).validCounted?.value == 30)
  #expect(bulletin([10, nil]).validCounted?.value == nil)
  #expect(bulletin([.max, nil], [1, nil]).validCounted?.value == nil)
  let (third, twoThirds) = (ExactDecimal(mantissa: 333, scale: 1), ExactDecimal(mantissa: 666, scale: 1))
  #expect(bulletin([10, 20], [third, twoThirds]).validCounted?.value == 30)
}

/// Two of several options are named: their sum is not the whole.
@Test func printedSharesTellOfOptionsThatAreNotNamed() {
  func percent(_ hundredths: Int64) -> ExactDecimal { ExactDecimal(mantissa: hundredths, scale: 2) }
  #expect(bulletin([761_872, 855_847], [percent(4021), percent(4517)]).validCounted?.value == 1_894_724)
  #expect(bulletin([1_410_888, 1_360_442], [percent(4295), percent(4142)]).validCounted?.value == 3_284_955)
}
