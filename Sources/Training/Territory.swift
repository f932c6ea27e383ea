internal import Statistics

/// The areas of a simulated country: regions, their municipalities, their polling places.
public struct Territory: Sendable {
  /// A polling place, and the run of sheets that are its own.
  public struct Place: Sendable {
    /// Region, municipality within it, place within that; all from 0.
    public var region, municipality, number: Int
    /// Whether it stands in a town.
    public var isUrban: Bool
    /// Its sheets, by their position in the country.
    public var sheets: Range<Int>
    /// A number of its municipality that no other one has.
    var municipalityNumber: Int
  }

  /// The names of the regions: minerals, since no country is meant.
  public let regions: [String]
  /// The polling places, region by region.
  public let places: [Place]

  private static let minerals = [
    "Agate", "Basalt", "Chert", "Dolomite", "Feldspar", "Gneiss", "Hematite", "Jasper", "Kaolin", "Lazurite", "Mica",
    "Nephrite", "Onyx", "Pyrite", "Quartz", "Rutile", "Slate", "Topaz", "Umber", "Variscite", "Wulfenite", "Xenotime",
    "Yttrite", "Zircon",
  ]

  /// A country of `stations` sheets: one region for each 200, at least 4 and at most 24.
  ///
  /// The first municipality of a region is a town, one in five of the others. A town has 6 to 15 places of 3 to 9
  /// sheets, another municipality 2 to 7 places of 1 to 3.
  init(stations: Int, seed: UInt64) {
    let count = min(Self.minerals.count, max(4, stations / 200))
    var random = SplitMix64(seed: seed, .territory)
    var (places, municipalityNumber) = ([Place](), 0)
    for region in 0..<count {
      var next = stations * region / count
      let end = stations * (region + 1) / count
      var municipality = 0
      while next < end {
        let isUrban = municipality == 0 || random.number(below: 5) == 0
        let placeCount = isUrban ? 6 + random.number(below: 10) : 2 + random.number(below: 6)
        for number in 0..<placeCount where next < end {
          let sheets = isUrban ? 3 + random.number(below: 7) : 1 + random.number(below: 3)
          places.append(
            Place(
              region: region, municipality: municipality, number: number, isUrban: isUrban,
              sheets: next..<min(end, next + sheets), municipalityNumber: municipalityNumber))
          next = min(end, next + sheets)
        }
        municipality += 1
        municipalityNumber += 1
      }
    }
    (regions, self.places) = (Array(Self.minerals.prefix(count)), places)
  }
}
