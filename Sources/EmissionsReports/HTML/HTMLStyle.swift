/// How the page looks: on a phone, on a desk, on paper, by day and by night.
enum HTMLStyle {
    /// Every color of text has a contrast of at least 4.5 to 1 with what it stands on.
    static let sheet = """
        :root { color-scheme: light dark; --ground: #fff; --text: #1b1f24; --faint: #57606a; --line: #d0d7de;
          --panel: #f6f8fa; --link: #0b5394; --error: #b3001b; --warning: #7a4f00; --note: #0b5394; --good: #166534;
          --mark: #fde68a; --marked: #1b1f24; --shade: rgb(0 0 0 / 25%); }
        @media screen and (prefers-color-scheme: dark) { :root { --ground: #121417; --text: #e6e8eb; --faint: #a3abb5;
          --line: #3a414a; --panel: #1c2025; --link: #8ec5ff; --error: #ff9aa2; --warning: #f2c14e; --note: #8ec5ff;
          --good: #86e0a3; --mark: #5c4a00; --marked: #fff; --shade: rgb(255 255 255 / 20%); } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 70rem; padding: 0 1rem 3rem; background: var(--ground); color: var(--text);
          font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: break-word; }
        h1 { font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; margin: 1.5rem 0 .5rem; }
        h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
        h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
        h4 { font-size: 1rem; margin: 0; }
        a { color: var(--link); }
        :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--ground); padding: .25rem .5rem; }
        .verdict { border: 1px solid var(--line); border-left: .5rem solid var(--error); background: var(--panel);
          padding: .75rem 1rem; border-radius: .25rem; }
        .verdict.valid { border-left-color: var(--good); }
        .verdict p { margin: .25rem 0; }
        .counts { font-size: 1.15rem; font-weight: 600; }
        .alert { border: 2px solid var(--error); padding: .5rem 1rem; border-radius: .25rem; font-weight: 600;
          color: var(--error); margin: 1rem 0; }
        .cut { border-left: .25rem solid var(--line); padding-left: .75rem; font-weight: 600; }
        .error { color: var(--error); } .warning { color: var(--warning); } .note { color: var(--note); }
        .tag { font-size: .85rem; font-weight: 700; border: 1px solid currentColor; border-radius: .25rem;
          padding: 0 .35rem; white-space: nowrap; }
        .faint { color: var(--faint); }
        .scroll { overflow-x: auto; background:
          linear-gradient(to right, var(--ground) 40%, transparent) 0 0 / 2.5rem 100% no-repeat local,
          linear-gradient(to left, var(--ground) 40%, transparent) 100% 0 / 2.5rem 100% no-repeat local,
          linear-gradient(to right, var(--shade), transparent) 0 0 / .75rem 100% no-repeat,
          linear-gradient(to left, var(--shade), transparent) 100% 0 / .75rem 100% no-repeat; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: var(--faint); padding-bottom: .25rem;
          max-width: calc(100vw - 2rem); }
        th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
          border-bottom: 1px solid var(--line); }
        thead th { white-space: nowrap; vertical-align: bottom; }
        th[scope=row] { font-weight: 600; }
        th.file { min-width: 12rem; overflow-wrap: anywhere; font-weight: 400; }
        td.title { min-width: 8rem; }
        nav { margin-top: 1rem; } nav a { margin-right: 1rem; }
        .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .number + :not(.number) { padding-left: 1rem; }
        .code { white-space: nowrap; }
        .rule { border: 1px solid var(--line); border-radius: .25rem; padding: 1rem; margin: 1rem 0; }
        .rule p { margin: .25rem 0 .5rem; }
        summary { cursor: pointer; font-weight: 600; padding: .35rem 0; }
        ol { list-style: none; margin: 0; padding: 0; }
        ul { padding-left: 1.25rem; }
        ol > li { border-top: 1px solid var(--line); padding: .6rem 0; }
        li p { margin: .15rem 0; overflow-wrap: anywhere; }
        .place { color: var(--faint); font-size: .9rem; }
        pre { white-space: pre-wrap; word-break: break-all; background: var(--panel); padding: .4rem .6rem;
          margin: .3rem 0; border-radius: .25rem; }
        code { font-family: ui-monospace, monospace; font-size: .9em; }
        mark { background: var(--mark); color: var(--marked); }
        footer { margin-top: 3rem; border-top: 1px solid var(--line); color: var(--faint); font-size: .9rem; }
        @media (max-width: 40rem) { th, td { padding-right: .5rem; font-size: .85rem; } thead th { white-space: normal; }
          th.file { min-width: 9rem; } .rule { padding: .75rem; } }
        @media (forced-colors: active) { mark { outline: 1px solid; } }
        @media print { :root { color-scheme: light; font-size: 10pt; } body { max-width: none; padding: 0; }
          a { color: inherit; } .skip, nav { display: none; } .rule { border: 0; padding: 0; }
          li, tr, .verdict, .alert { break-inside: avoid; } h2, h3, h4, caption, summary { break-after: avoid; }
          .rule details::details-content { content-visibility: visible; block-size: auto; }
          .scroll { overflow: visible; background: none; } thead th { white-space: normal; }
          .rule summary { list-style: none; } mark { text-decoration: underline; print-color-adjust: exact; } }
        """
}
