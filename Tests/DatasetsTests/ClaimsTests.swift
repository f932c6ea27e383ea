import Datasets
import Diagnostics
import Language
import Tables
import TestSupport
import Testing
import Times

/// Claims as operations receive them.
@Suite struct ClaimsTests {
  @Test func readsEveryColumn() throws {
    let claims = try KindSample().read(
      .claims,
      """
      id,topic,topic_en,topic_es,measure,population,qualifier,value,value_low,value_high,unit,answer,says_en,says_es,\
      period_from,period_to,comparable,due_from,due_to,fulfilled_by,definition,source,basis,published
      c1,dead,the dead,los muertos,killed,protesters,at_least,22,,,people,,at least 22 died,murieron al menos 22,\
      2017-11-29,2018-01-31,perhaps,,,,shot,ohchr,alleged,2018-03-12
      c2,,,,,,,,1.5,2.50,h,,,solo en español,,,,,,,,eu,,
      c3,count,,,,,,,,,,no,,,,,yes,2017-11-27T06:00:00Z,2017-11-27T12:00:00Z,c2,,tse,,

      """)
    #expect(claims.all.map(\.provenance.key) == ["c1", "c2", "c3"])
    let (first, second, third) = (claims.all[0], claims.all[1], claims.all[2])
    #expect(first.topic == "dead" && first.topicName == Text(en: "the dead", es: "los muertos"))
    #expect(first.measure == "killed" && first.population == "protesters" && first.qualifier == .atLeast)
    #expect(first.value == 22 && first.unit == "people" && first.provenance.basis == .alleged)
    #expect(first.says == Text(en: "at least 22 died", es: "murieron al menos 22"))
    #expect(first.periodFrom?.iso == "2017-11-29" && first.periodTo?.iso == "2018-01-31")
    #expect(!first.isCertainlyComparable && second.isCertainlyComparable && third.isCertainlyComparable)
    #expect(second.topic == nil && second.population == "all" && second.qualifier == .exact)
    #expect(second.low?.description == "1.5" && second.high?.description == "2.50")
    #expect(second.says == Text("solo en español"))
    #expect(third.answer == "no" && third.topicName == Text("count"))
    #expect(third.dueFrom == (try instant("2017-11-27T06:00:00Z")) && third.fulfilledBy == "c2")
    #expect(
      claims.evidence([first, third])
        == Evidence(dataset: "claims", rows: ["c1", "c3"], sources: ["ohchr", "tse"], basis: .alleged))
  }

  @Test func anEmptyTextIsNone() throws {
    let claims = try KindSample().read(.claims, "id,source,topic,population\nc1,eu,\"\",\"\"\n")
    #expect(claims.all[0].topic == nil && claims.all[0].population == "all")
  }

  @Test(arguments: Claim.Qualifier.allCases) func readsEveryQualifier(_ qualifier: Claim.Qualifier) throws {
    let claims = try KindSample().read(.claims, "id,source,qualifier,value\nc1,eu,\(qualifier.rawValue),3\n")
    #expect(claims.all[0].qualifier == qualifier)
  }
}
