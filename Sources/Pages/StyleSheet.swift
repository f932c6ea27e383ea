import Diagnostics

/// The page's style sheet: for the screen, light and dark, and for print.
struct StyleSheet {
  /// What stands at the foot of every printed page.
  let footer: String

  /// The sheet.
  var text: String {
    Self.page + "@page { @bottom-left { content: \(Self.quoted(footer.visible)); } }\n"
      // Above the first page it stands already.
      + "@page :first { @bottom-left { content: none; } }\n"
  }

  /// A text as a CSS string. Every scalar but plain letters and blanks is written by its number, so that no text can
  /// end the string, the sheet or the element around it.
  static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ": out.unicodeScalars.append(scalar)
      default: out += "\\" + String(scalar.value, radix: 16) + " "
      }
    }
    return out + "\""
  }

  private static let page = """
    :root {
      --ink: #1d2126; --soft: #59616b; --rule: #d3d8de; --paper: #ffffff; --shade: #f4f6f8;
      --link: #0a5c9e; --stale: #8a3d00; --stale-ground: #fff1e0;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e6e8ea; --soft: #a4adb7; --rule: #3d454e; --paper: #15181b; --shade: #1e2327;
        --link: #7cc0f5; --stale: #ffb870; --stale-ground: #3a2a17;
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Source Serif 4", Cambria, Georgia, serif;
      font-variant-numeric: lining-nums; text-rendering: optimizeLegibility; overflow-wrap: break-word;
    }
    main { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
    .notice {
      margin: 0; padding: .55rem 1.25rem; text-align: center; background: var(--ink); color: var(--paper);
      font: 600 .85rem/1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    }
    header { border-bottom: 1px solid var(--rule); margin-bottom: 2rem; padding-bottom: .75rem; }
    header p { margin: 0; }
    header, figcaption, caption, table, dl, .banner, .stale-label, .footnotes, .empty {
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    }
    .mission { font-weight: 600; }
    .as-of { color: var(--soft); font-size: .9rem; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 .6em; text-wrap: balance; break-after: avoid; }
    h1 { font-size: 2rem; margin-top: 0; letter-spacing: -.01em; }
    h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
    p, ul, ol, blockquote, pre, table, figure, dl { margin: 0 0 1.1em; }
    p { text-wrap: pretty; orphans: 2; widows: 2; }
    ul, ol { padding-left: 1.4em; } li { margin-bottom: .3em; }
    blockquote { padding-left: 1.1em; border-left: 3px solid var(--rule); color: var(--soft); }
    hr { border: 0; border-top: 1px solid var(--rule); margin: 2em 0; }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .88em; }
    pre { padding: .8em 1em; background: var(--shade); overflow-x: auto; }
    a { color: var(--link); text-underline-offset: .15em; }
    .bound a { color: inherit; text-decoration: underline dotted var(--soft); text-decoration-thickness: 1px; }
    .words a { text-underline-offset: .25em; }
    .bound a[data-reference]::after {
      content: "\\2060 [" attr(data-reference) "]"; padding-left: .1em; color: var(--soft);
      font-size: .68em; line-height: 0; vertical-align: .45em;
    }
    .bound a:hover, .bound a:focus { color: var(--link); text-decoration: underline; }
    .bound, .verbatim { unicode-bidi: isolate; }
    .verbatim { border-bottom: 1px dashed var(--rule); }
    table { width: 100%; border-collapse: collapse; font-size: .9rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
    caption, figcaption { text-align: left; color: var(--soft); font-size: .9rem; line-height: 1.4; padding: 0 0 .5em; }
    figcaption { padding: .5em 0 0; }
    .label { font-weight: 600; color: var(--ink); }
    th, td { text-align: left; vertical-align: top; padding: .35em .8em .35em 0; border-bottom: 1px solid var(--rule); }
    th { border-bottom: 1.5px solid var(--ink); font-weight: 600; vertical-align: bottom; }
    th:last-child, td:last-child { padding-right: 0; }
    .right { text-align: right; } .center { text-align: center; }
    figure { margin: 1.8em 0; } figure img { display: block; width: 100%; height: auto; }
    .scroll { overflow-x: auto; max-width: 100%; } .scroll:focus-visible { outline: 2px solid var(--link); }
    .scroll > table { margin-bottom: 0; } .scroll:has(> table) { margin-bottom: 1.1em; }
    .empty { color: var(--soft); border: 1px dashed var(--rule); padding: 1em; font-size: .9rem; }
    .banner {
      margin: 0 0 2rem; padding: .7rem 1rem; border: 1.5px solid var(--stale); border-left-width: 6px;
      background: var(--stale-ground); font-size: .92rem; line-height: 1.45;
    }
    mark.stale { background: var(--stale-ground); color: inherit; border-bottom: 2px solid var(--stale); padding: .05em 0; }
    mark.stale, mark.stale a { -webkit-box-decoration-break: clone; box-decoration-break: clone; }
    .stale-label { color: var(--stale); font-size: .78rem; font-weight: 600; white-space: nowrap; }
    div.stale { border: 1.5px solid var(--stale); border-left-width: 6px; padding: .6rem .9rem; margin: 1.6em 0; }
    div.stale figure, div.stale table, div.stale .stale-label { margin: 0; }
    .reference { font-size: .72em; line-height: 0; } .reference a { padding: 0 .1em; }
    .footnotes, .sources { border-top: 1px solid var(--rule); margin-top: 3rem; padding-top: 1rem; }
    .footnotes { font-size: .88rem; }
    .annex { margin-top: 3rem; padding-top: .5rem; border-top: 1px solid var(--rule); }
    .screening { margin: 1.4em 0; } .screening > summary { cursor: pointer; font-weight: 600; }
    .caution { color: var(--soft); font-size: .92rem; line-height: 1.45; }
    .footnotes li > p:last-of-type { display: inline; } .footnotes [role="doc-backlink"] { padding-left: .4em; }
    .sources > h2, .annex > :first-child { margin-top: .4em; }
    .sources > ol > li { margin-bottom: 1.6em; padding-left: .2em; } .cited { font-size: .84rem; line-height: 1.45; }
    .sources .statement { margin-bottom: .4em; }
    .sources dl { display: grid; grid-template-columns: max-content 1fr; gap: .15em 1em; font-size: .84rem; line-height: 1.45; margin: 0; }
    .sources a, .sources dd { overflow-wrap: anywhere; }
    .sources dt { color: var(--soft); } .sources dd { margin: 0; min-width: 0; }
    :target { outline: 2px solid var(--link); outline-offset: .35em; }
    @media (max-width: 34rem) {
      body { font-size: 1rem; } h1 { font-size: 1.6rem; }
      .sources dl { grid-template-columns: 1fr; gap: 0; } .sources dd { margin-bottom: .4em; }
      .scroll > table { width: max-content; min-width: 100%; } .scroll th, .scroll td { max-width: 14rem; }
      .scroll caption { max-width: calc(100vw - 2.5rem); } .scroll > img { min-width: 34rem; }
    }
    @media print {
      :root {
        --ink: #000000; --soft: #444444; --rule: #bbbbbb; --paper: #ffffff; --shade: #f3f3f3;
        --link: #000000; --stale: #000000; --stale-ground: #eeeeee;
      }
      html { font-size: 10pt; } body { line-height: 1.45; }
      main { max-width: none; padding: 0; }
      .notice { background: none; color: var(--ink); border: 1pt solid var(--ink); margin-bottom: 1.5em; }
      a { color: inherit; } .bound a { text-decoration: none; }
      main > p a[href^="http"]::after, main li a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; }
      main .sources a[href^="http"]::after { content: none; } [role="doc-backlink"] { display: none; }
      figure, blockquote, tr, .sources > ol > li, .cited li { break-inside: avoid; }
      figure, figcaption { break-before: avoid; } caption, .stale-label, .screening > summary { break-after: avoid; }
      figure img { width: auto; max-width: 100%; max-height: 125mm; margin: 0 auto; }
      .scroll { overflow: visible; } table { font-size: 8pt; line-height: 1.3; }
      td:not(.right) { overflow-wrap: anywhere; }
      thead { display: table-header-group; } th, td { padding: .2em .6em .2em 0; }
      .screening::details-content { display: block; content-visibility: visible; block-size: auto; opacity: 1; }
      .screening > summary { list-style: none; }
      .annex, .sources { margin-top: 1.5em; font-size: 9pt; }
      .sources { font-size: 7.5pt; line-height: 1.35; } .sources > ol, .cited { columns: 2; column-gap: 7mm; }
      .sources > ol > li { margin-bottom: .8em; } .sources p { margin-bottom: .2em; }
      .sources dl { display: block; font-size: inherit; line-height: inherit; }
      .sources dt, .sources dd { display: inline; } .sources dt { font-style: italic; } .sources dt::after { content: ": "; } .sources dd::after { content: ". "; }
      mark.stale { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
      :target { outline: none; }
    }
    @page {
      size: A4; margin: 22mm 20mm 24mm;
      @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Arial, sans-serif; }
      @bottom-left { font: 8pt Arial, sans-serif; }
    }

    """
}
