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

  /// Keys are not for readers: the names are those of the register.
  @Test func areNamedByTheRegister() throws {
    var source = try KindSample().loaded(.claims, "id,source,says_en\na,tse,one\nb,tse,two\n").source
    source.register = try KindSample().read(
      .sources, "key,label_en,label_es,type\ntse,the tribunal,el tribunal,state\n")
    let claims = LoadedDataset(source, kind: DatasetKind.claims, content: try DatasetKind.claims.content(of: source))
    #expect(claims.undated.sources == [.init(Text(en: "the tribunal", es: "el tribunal"), count: 2)])
  }
}
