/// Where a stored result comes from, as far as this machine can vouch for it.
enum Origin: Equatable {
  /// This build of the program made it here.
  case here
  /// Another build of the program made it here. Its bytes should be the same, but a build under development may not have
  /// raised its module's version: such results are made again.
  case hereByAnotherBuild
  /// It came from elsewhere, or what vouched for it is gone.
  case received
  /// Its files are not those of its record, or its record is not the one that was written here.
  case altered
}
