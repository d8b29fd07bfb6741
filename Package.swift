// swift-tools-version: 6.1
import PackageDescription

// What the Makefile names as the commit, for `sitmap --version`; a build of SwiftPM alone has none.
let commit = (Context.environment["SITMAP_COMMIT"] ?? "").filter {
  $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "+")
}

// Tests are not optimised where the rest is: that halves the time to build them, and they spend theirs in the rest.
let ofTests: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

// The rooms and what each may import: Sources/ARCHITECTURE.md says why.
let package = Package(
  name: "sitmap",
  products: [
    .executable(name: "sitmap", targets: ["sitmap"]),
    // For Tests/Benchmarks, which is a package of its own.
    .library(
      name: "SitmapRooms",
      targets: ["TextCanvas", "SituationModel", "Places", "SituationIO", "Cartography", "Browser"]
    ),
    // For Tests/Fuzzing, another.
    .library(name: "FuzzTargets", targets: ["FuzzTargets"]),
  ],
  traits: [
    .trait(
      name: "GDAL",
      description: "Read shapefiles, GeoPackage and other vector files, and write GeoPackage. Needs libgdal-dev."),
    .trait(name: "GeoPackage", description: "The name that GDAL had before.", enabledTraits: ["GDAL"]),
    .trait(name: "PostgreSQL", description: "Browse events on a server with PostGIS. Needs libpq-dev."),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
  ],
  targets: [
    // No pkgConfig: it adds flags that SwiftPM warns about on every build; the library alone is enough.
    .target(
      name: "CNcurses", dependencies: ["CFileMap"],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CBuild", cSettings: [.define("SITMAP_COMMIT", to: "\"\(commit)\"")]),
    .target(name: "CFileMap"),
    .target(name: "CByteMasks"),
    .target(name: "TextCanvas"),
    .target(name: "SituationModel"),
    .target(name: "Places", dependencies: ["SituationModel"]),
    .target(name: "SituationIO", dependencies: ["SituationModel", "CFileMap", "CByteMasks"]),
    // Empty without its trait, so that only a build with it needs GDAL's headers. The library is loaded when a file needs it.
    .target(
      name: "CGDAL", cSettings: [.define("SITMAP_GDAL", .when(traits: ["GDAL"]))],
      linkerSettings: [.linkedLibrary("dl")]),
    // Empty without its trait, too.
    .target(
      name: "GDAL",
      dependencies: [
        "SituationIO", "SituationModel", .target(name: "CGDAL", condition: .when(traits: ["GDAL"])),
      ]
    ),
    // A system library, so that only a build with the trait needs the header.
    .systemLibrary(name: "CLibpq"),
    // Empty without its trait, too.
    .target(
      name: "PostGIS",
      dependencies: [
        "SituationIO", "SituationModel", .target(name: "CLibpq", condition: .when(traits: ["PostgreSQL"])),
      ]
    ),
    .target(name: "Drafting", dependencies: ["SituationIO", "SituationModel"]),
    .target(name: "Cartography", dependencies: ["SituationModel", "Places", "TextCanvas"]),
    .target(name: "Browser", dependencies: ["SituationModel", "Places", "Cartography", "TextCanvas"]),
    .target(name: "Terminal", dependencies: ["TextCanvas", "CNcurses"]),
    .executableTarget(
      name: "sitmap",
      dependencies: [
        "TextCanvas", "SituationModel", "Places", "SituationIO", "Drafting", "GDAL", "PostGIS", "Cartography",
        "Browser", "Terminal",
        "CBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "TOMLKit", package: "TOMLKit"),
        .product(name: "Logging", package: "swift-log"),
      ],
      // A library's Foundation would else lend its functions to every file, and weigh 50 MB in the program.
      swiftSettings: [.enableUpcomingFeature("MemberImportVisibility")]
    ),
    .testTarget(
      name: "TextCanvasTests", dependencies: ["TestKit", "TextCanvas"], exclude: ["Goldens"], swiftSettings: ofTests),
    .testTarget(name: "SituationModelTests", dependencies: ["SituationModel", "TestKit"], swiftSettings: ofTests),
    .testTarget(
      name: "SituationIOTests",
      dependencies: ["SituationIO", "SituationModel", "Places", "TextCanvas", "TestKit"],
      exclude: ["Fixtures", "Goldens"], swiftSettings: ofTests),
    .testTarget(
      name: "GDALTests", dependencies: ["GDAL", "SituationIO", "SituationModel", "TestKit"], exclude: ["Fixtures"],
      swiftSettings: ofTests),
    .testTarget(
      name: "PostGISTests", dependencies: ["PostGIS", "SituationIO", "SituationModel", "TestKit"],
      swiftSettings: ofTests),
    .target(name: "TestKit", dependencies: ["SituationModel"], path: "Tests/TestKit"),
    .testTarget(
      name: "CartographyTests",
      dependencies: ["Cartography", "SituationModel", "Places", "SituationIO", "TextCanvas", "TestKit"],
      exclude: ["Goldens"], swiftSettings: ofTests),
    .testTarget(
      name: "DraftingTests",
      dependencies: ["Drafting", "SituationIO", "SituationModel", "Places", "Cartography", "TestKit"],
      exclude: ["Fixtures"], swiftSettings: ofTests),
    .testTarget(
      name: "BrowserTests",
      dependencies: ["Browser", "Cartography", "Places", "SituationModel", "SituationIO", "TextCanvas", "TestKit"],
      exclude: ["Goldens", "Files"], swiftSettings: ofTests),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "sitmap", "Browser", "Cartography", "Places", "SituationIO", "SituationModel", "TextCanvas", "TestKit",
      ], swiftSettings: ofTests),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "TextCanvas", "CNcurses", "FuzzTargets"], swiftSettings: ofTests
    ),
    .target(
      name: "FuzzTargets", dependencies: ["SituationIO", "SituationModel", "Terminal", "TextCanvas"],
      path: "Tests/Fuzzing/Targets"),
    .testTarget(name: "HostileTests", dependencies: ["FuzzTargets", "TestKit"], swiftSettings: ofTests),
    // A system library, so that a plain `swift build` does not need libvterm's header.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm"),
    .testTarget(name: "SessionTests", dependencies: ["CVTerm", "TestKit", "TextCanvas"], swiftSettings: ofTests),
  ],
  swiftLanguageModes: [.v6]
)

// For `make documentation` alone: nobody else fetches the plugin.
if Context.environment["SITMAP_DOCUMENTATION"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"))
}
