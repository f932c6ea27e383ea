import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// Bulletins as operations receive them.
@Suite struct BulletinsTests {
  @Test func readsEveryColumn() throws {
    let bulletins = try KindSample().read(
      .bulletins,
      """
      id,stage,follows_previous,counted_sheets_percent,counted_sheets,total_sheets,valid_votes,lead,leader,\
      votes_amapola,votes_bromelia,percent_amapola,percent_bromelia,source,source_en,source_es,basis,\
      published_from,published_to,published_basis,recheck,note,url
      b1,,,57.180,100,200,300,20,bromelia,140,160,46.7,53.30,tse,the tribunal,el tribunal,observed,\
      2017-11-27T01:30:00-06:00,2017-11-27T02:00:00-06:00,inferred,true,n,https://example.org
      b2,declared,true,,,,,,,1,2,,,tse,,,,2017-12-17T00:00:00-06:00,2017-12-17T23:59:00-06:00,,,,

      """)
    #expect(bulletins.contest.id == "president")
    #expect(bulletins.all.map(\.provenance.key) == ["b1", "b2"])
    let (first, second) = (bulletins.all[0], bulletins.all[1])
    #expect(first.stage == .bulletin && second.stage == .declared)
    #expect(!first.followsPrevious && second.followsPrevious)
    #expect(first.countedPercent?.description == "57.180")
    #expect(first.countedSheets == 100 && first.totalSheets == 200 && first.validVotes == 300)
    #expect(first.votes == [140, 160])
    #expect(first.percents.map { $0?.description } == ["46.7", "53.30"])
    #expect(first.statedLead == 20 && first.leader == 1)
    #expect(first.provenance.basis == .observed && second.provenance.basis == .reported)
    #expect(first.provenance.sourceName == Text(en: "the tribunal", es: "el tribunal"))
    #expect(second.provenance.sourceName == Text("tse"))
    #expect(first.provenance.publication.basis == .inferred && second.provenance.publication.basis == .stated)
    #expect(second.percents == [nil, nil] && second.statedLead == nil && second.leader == nil)
    #expect(
      bulletins.evidence(first, second)
        == Evidence(
          dataset: "bulletins", rows: ["b1", "b2"],
          citations: [first.provenance.citation, second.provenance.citation], basis: .reported))
    #expect(bulletins.evidence(first, second).sources == ["tse"])
  }

  @Test func oneLanguageOfASourceStandsForBoth() throws {
    let bulletins = try KindSample().read(
      .bulletins, "id,source,source_es,votes_amapola\nb1,tse,el tribunal,1\nb2,tse,,2\n")
    #expect(bulletins.all.map(\.provenance.sourceName) == [Text("el tribunal"), Text("tse")])
  }

  @Test func aLeadOfNobodyNeedsNoLeader() throws {
    let bulletins = try KindSample().read(.bulletins, "id,source,lead\nb1,tse,0\n")
    #expect(bulletins.all[0].statedLead == 0)
  }
}
