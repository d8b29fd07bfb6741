import ArgumentParser
import SituationModel

/// The option that says in which zone times are shown.
struct ZoneArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Show times in this zone: Asia/Damascus, +03:00; UTC by default.", valueName: "zone"))
  var timezone: ZoneName?

  /// The zone to show times in; `usual` where nothing is said.
  func zone(usual: ZoneName? = nil) -> Zone { (timezone ?? usual)?.zone() ?? .utc }
}
