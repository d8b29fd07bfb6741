import ArgumentParser

@main
struct Sitmap: ParsableCommand {
  func run() throws {}
}
