import ModuleKit

extension SheetChecks {
  /// Stations of the list whose keys the sheets write in another way.
  struct KeysAlike: FindingShape {
    /// Stations of the list without a sheet by their keys as written, and once the keys' forms are set aside.
    let stations, asWritten, folded: Int
    let key, other: Text

    /// What the forms of keys explain of the stations without a sheet; nil where they explain nothing.
    init?(_ stations: Stations, _ sheets: Sheets) {
      let keys = sheets.stationKeys
      let (found, known) = (stations.keys.matches(in: keys), keys.matches(in: stations.keys))
      let missing = (0..<stations.count).filter { found[$0] < 0 }
      let others = (0..<sheets.count).filter { known[$0] < 0 }
      guard let alike = AlikeKeys(stations.keys, missing, keys, others) else { return nil }
      (self.stations, asWritten, folded) = (stations.count, missing.count, missing.count - alike.count)
      (key, other) = (alike.key, alike.other)
    }

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Keys are written in two ways: of \(\.stations) on the list \(\.asWritten, .number) have no sheet by their keys as they stand, and \(\.folded, .number) once blanks, leading zeros and Unicode forms are set aside, as in “\(\.key)” on the list and “\(\.other)” on a sheet.",
        es:
          "Las claves se escriben de dos formas: de \(\.stations) de la lista, \(\.asWritten, .number) no tienen acta según sus claves tal como están, y \(\.folded, .number) si se prescinde de espacios, ceros a la izquierda y formas Unicode, como «\(\.key)» en la lista y «\(\.other)» en un acta."
      ),
      caution: Text(
        en:
          "Nothing is joined by it: the rules below take keys as they stand, and call such stations without a sheet. Where zeros or blanks tell stations apart, two keys of one form are two stations.",
        es:
          "Nada se une por ello: las reglas que siguen toman las claves tal como están y dan esas mesas por mesas sin acta. Donde los ceros o espacios distinguen mesas, dos claves de una misma forma son dos mesas."
      ),
      method: KeyForm.method,
      numbers: [
        .init("stations", \.stations, .stations, Text(en: "stations on the list", es: "mesas de la lista")),
        .init(
          "as_written", \.asWritten, .stations,
          Text(en: "without a sheet, by keys as they stand", es: "sin acta, según las claves tal como están")),
        .init(
          "folded", \.folded, .stations,
          Text(en: "without a sheet, by the forms of keys", es: "sin acta, según la forma de las claves")),
      ], words: [.init("key", \.key), .init("other", \.other)],
      examples: [
        FindingExample(
          "A spreadsheet took the zeros of two keys away.",
          [
            "sheets": """
            sheet,votes_oak,votes_elm
            1,60,40
            2,50,50
            """,
            "stations": """
            station
            001
            002
            003
            """,
          ], finds: "council"),
        FindingExample(
          "A station without a sheet, and keys that are two.",
          [
            "sheets": """
            sheet,votes_oak,votes_elm
            1,60,40
            """,
            "stations": """
            station
            1
            01
            """,
          ]),
      ])
  }

  /// Areas that differ in nothing but the way in which they are written.
  struct AreasAlike: FindingShape {
    /// Areas by their names as written, and by the forms of these.
    let asWritten, folded: Int
    let name, other: Text

    /// What the forms of names explain in the levels of `all`; nil where they explain nothing.
    init?(_ all: [Areas]) {
      var (written, forms) = (Numbered<WrittenName>(), Numbered<KeyForm>())
      // Of each form the first area, by its dataset, its level and its place there.
      var firsts: [(areas: Int, level: Int, place: Int)] = []
      var first: (name: String, other: String)?
      for (number, areas) in all.enumerated() {
        var around: [(written: Int32, form: Int32)] = []
        for (level, units) in areas.units.enumerated() {
          around = units.indices.map { place in
            let name = units.name(place)
            let outer = units.parents.isEmpty ? (-1, -1) : around[Int(units.parents[place])]
            let own = written.number(of: WrittenName(name), in: outer.0)
            let form = forms.number(of: KeyForm(name), in: outer.1)
            if form.isNew {
              firsts.append((number, level, place))
            } else if own.isNew, first == nil {
              let other = firsts[Int(form.number)]
              let path = all[other.areas].units[other.level][other.place].path
              first = (units[place].path.joined(separator: " / "), path.joined(separator: " / "))
            }
            return (own.number, form.number)
          }
        }
      }
      guard let first else { return nil }
      (asWritten, folded) = (written.count, forms.count)
      (name, other) = (Text(KeyForm.writtenOut(first.name)), Text(KeyForm.writtenOut(first.other)))
    }

    static let kind = FindingKind<Self>(
      .notice,
      Sentence(
        en:
          "Areas are written in more than one way: \(\.asWritten) as they stand are \(\.folded, .number) once blanks, leading zeros and Unicode forms are set aside, as in “\(\.name)” and “\(\.other)”.",
        es:
          "Hay áreas escritas de más de una forma: \(\.asWritten) tal como están son \(\.folded, .number) si se prescinde de espacios, ceros a la izquierda y formas Unicode, como «\(\.name)» y «\(\.other)»."
      ),
      caution: Text(
        en: "Nothing is joined by it: sums and tables by area take each name as it stands.",
        es: "Nada se une por ello: las sumas y tablas por área toman cada nombre tal como está."),
      method: KeyForm.method,
      numbers: [
        .init("as_written", \.asWritten, .areas, Text(en: "areas as they stand", es: "áreas tal como están")),
        .init("folded", \.folded, .areas, Text(en: "areas by the forms of names", es: "áreas según la forma")),
      ], words: [.init("name", \.name), .init("other", \.other)],
      examples: [
        FindingExample(
          "One area with two blanks in its name.",
          [
            "sheets": """
            sheet,region,votes_oak,votes_elm
            1,North Bank,60,40
            2,North  Bank,50,50
            """
          ], finds: "council"),
        FindingExample(
          "Two areas.",
          [
            "sheets": """
            sheet,region,votes_oak,votes_elm
            1,North Bank,60,40
            2,South Bank,50,50
            """
          ]),
      ])
  }

  /// Areas by the name of each and the area around it, in the order in which they were met: a path of names takes no more
  /// than its last one.
  private struct Numbered<Name: Hashable> {
    private struct Place: Hashable {
      let around: Int32
      let name: Name
    }

    private var numbers: [Place: Int32] = [:]

    /// The number of areas.
    var count: Int { numbers.count }

    /// The number of the area `name` in the area that has the number `around`, and whether it was not met before.
    mutating func number(of name: Name, in around: Int32) -> (number: Int32, isNew: Bool) {
      let next = Int32(numbers.count)
      let number = numbers[Place(around: around, name: name), default: next]
      if number == next { numbers[Place(around: around, name: name)] = next }
      return (number, number == next)
    }
  }

  /// A name byte by byte: texts are equal to what Unicode holds to be the same.
  private struct WrittenName: Hashable {
    private let name: String

    init(_ name: String) { self.name = name }

    static func == (a: Self, b: Self) -> Bool { a.name.utf8.elementsEqual(b.name.utf8) }

    func hash(into hasher: inout Hasher) {
      var name = name
      name.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }
}
