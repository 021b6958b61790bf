/// How a page looks: on a screen, light or dark, large or small, and on paper.
enum HTMLStyle {
  static let sheet = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #ffffff; --faint: #595959;
      --line: #c8c8c8; --band: #f3f3f1; --alert: #9c1c1c; --link: #123a5e; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #16181a; --faint: #b4b4b4;
      --line: #4a4d50; --band: #22262a; --alert: #ff9d8f; --link: #9cc7ef; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 62rem; background: var(--paper);
      color: var(--ink); font: 1rem/1.5 system-ui, 'DejaVu Sans', Helvetica, Arial, sans-serif;
      overflow-wrap: anywhere; }
    h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 1rem; }
    h2 { font-size: 1.2rem; margin: 2.2rem 0 .6rem; }
    h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; }
    main > h2 { font-size: 1.45rem; margin: 3rem 0 0; padding-bottom: .2rem;
      border-bottom: 2px solid var(--link); }
    .headline { font-weight: 600; margin: 1rem 0 .3rem; }
    ul { margin: .2rem 0 1rem; padding-left: 1.2rem; }
    .warning { border-left: .3rem solid var(--alert); color: var(--alert); margin: .5rem 0;
      padding: .3rem .8rem; font-weight: 600; }
    a { color: var(--link); }
    nav ul { list-style: none; padding: 0; columns: 16rem; }
    nav .chapter { font-weight: 600; margin-top: .5rem; break-after: avoid; }
    figure { margin: 1rem 0; padding: .5rem; background: #ffffff; border-radius: .4rem;
      overflow-x: auto; }
    figure svg { display: block; max-width: 100%; min-width: 36rem; height: auto; margin: 0 auto; }
    code { font-family: ui-monospace, 'DejaVu Sans Mono', monospace; font-size: .92em; }
    .frame { overflow-x: auto; }
    table { border-collapse: collapse; width: 100%; font-size: .95rem; }
    caption { position: absolute; width: 1px; height: 1px; overflow: hidden;
      clip-path: inset(50%); white-space: nowrap; }
    th, td { padding: .25rem .6rem; text-align: left; vertical-align: top; font-weight: 400; }
    thead th { border-bottom: 1px solid var(--line); vertical-align: bottom; font-weight: 600; }
    .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    thead th, thead .number { white-space: normal; overflow-wrap: normal; }
    .unit { font-weight: 400; color: var(--faint); white-space: nowrap; }
    td { overflow-wrap: break-word; }
    .short { white-space: nowrap; }
    tbody th { min-width: 7.5rem; }
    tbody tr:nth-child(even) { background: var(--band); }
    tr.detail th { padding-left: 1.8rem; }
    tr.detail { color: var(--faint); }
    tr.total th, tr.total td { border-top: 1px solid var(--line); font-weight: 700; }
    .note, footer { color: var(--faint); font-size: .9rem; }
    .note { margin: .35rem 0; }
    footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .5rem; }
    @page { size: A4; margin: 16mm 14mm; }
    @media print { :root { --ink: #000000; --paper: #ffffff; --faint: #404040; --line: #999999;
      --band: #ffffff; --alert: #000000; --link: #000000; }
      body { padding: 0; max-width: none; font-size: 9.5pt; }
      nav { display: none; }
      .frame { overflow: visible; }
      h2, h3, thead { break-after: avoid; }
      figure, tr, .note { break-inside: avoid; }
      figure { overflow: visible; }
      figure svg { min-width: 0; }
      thead { display: table-header-group; }
      table { font-size: 8.5pt; }
      tbody th { min-width: 0; }
      th, td { padding: .12rem .4rem; } }
    """
}
