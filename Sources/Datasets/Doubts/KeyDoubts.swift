import Language
import Tables

extension LoadedDataset {
  /// Keys of sheets or stations that `other`, which is held against them, writes in another way; nil where there are none.
  public func keyDoubt(against other: LoadedDataset) -> Doubt? {
    guard let (keys, column) = keysOfStations(besides: other), let (others, _) = other.keysOfStations(besides: self)
    else {
      return nil
    }
    let (found, known) = (keys.matches(in: others), others.matches(in: keys))
    let rows = (0..<keys.count).filter { found[$0] < 0 }
    guard let alike = AlikeKeys(keys, rows, others, (0..<others.count).filter { known[$0] < 0 }) else { return nil }
    let same = keys.count - rows.count
    let message = DoubtMessage.keysAlike(
      with: other.source.dataset, asWritten: same, folded: same + alike.count, of: keys.count, key: alike.key.en,
      other: alike.other.en)
    var reading = SecondReading(self)
    reading.doubt(message, column: column)
    return reading.doubts.first
  }

  /// What is held against the keys of `other`, and its column: keys of sheets against sheets, those of stations against a list
  /// of these; nil where the dataset is neither.
  private func keysOfStations(besides other: LoadedDataset) -> (keys: TextColumn, column: String)? {
    if let stations = content as? Stations { return (stations.keys, "station") }
    guard let sheets = content as? Sheets else { return nil }
    let isOfStations = other.content is Stations && sheets.stations.missing.count < sheets.count
    return isOfStations ? (sheets.stationKeys, "station") : (sheets.keys, "sheet")
  }
}
