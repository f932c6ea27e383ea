import Datasets
import Language
import TestSupport
import Testing

/// Rows of unknown date, which are in no edition.
@Suite struct UndatedRowsTests {
  @Test func areCountedBySource() throws {
    let csv = """
      id,source,source_en,source_es,says_en,published,published_from,published_to
      a,tse,the tribunal,el tribunal,one,2017-11-27,,
      b,press,,,two,,,
      c,tse,the tribunal,el tribunal,three,,2017-11-27T00:00:00Z,
      d,press,,,four,,,
      e,tse,the tribunal,el tribunal,five,,,2017-11-27T00:00:00Z

      """
    #expect(
      try KindSample().loaded(.claims, csv).undated
        == UndatedRows(
          dataset: "claims", count: 3,
          sources: [
            .init(Text("press"), count: 2), .init(Text(en: "the tribunal", es: "el tribunal"), count: 1),
          ]))
    // The register's names, and no key of it.
    var registered = try KindSample().loaded(.claims, csv)
    registered.source.register = Sources([CitedSource("press", label: Text(en: "a daily", es: "un diario"))])
    #expect(registered.undated.sources.first?.name == Text(en: "a daily", es: "un diario"))
    #expect(
      try KindSample().loaded(.stations, "station,registered\ns1,300\n").undated
        == UndatedRows(dataset: "stations", count: 1))
  }
}
