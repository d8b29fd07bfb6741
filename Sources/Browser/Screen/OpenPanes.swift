extension Page {
  /// The pane that shows the page.
  var pane: any Pane {
    switch self {
    case .detail(let row, let top, let link): DetailPane(row: row, top: top, link: link)
    case .stack(let rows, let chosen): StackPane(rows: rows, chosen: chosen)
    case .totals: TotalsPane()
    case .story(let top, let link): StoryPane(top: top, link: link)
    }
  }
}

extension Overlay.Content {
  /// The pane that shows the content.
  var pane: any Pane {
    switch self {
    case .help, .legend, .about, .describe, .rejected: TextPane(content: self)
    case .layers: LayersPane()
    case .bookmarks: BookmarksPane()
    case .facets: FilterPane()
    case .menu: PointMenuPane()
    case .form: FormPane()
    case .review: ReviewPane()
    case .links: LinkPane()
    }
  }
}

extension BrowserState {
  /// The side pane: the topmost page, or else the list.
  var sidePane: any Pane { panes.pages.last?.pane ?? ListPane() }
}
