"""The style sheet of the comparison's web page."""

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1f; --paper: #fdfdfb; --soft: #5c5c66; --line: #d9d9de;
  --conflict: #b3261e; --same: #146c43; --compatible: #1f6f8b; --quotation: #6b4fa0; --wording: #7a5b00;
  --related: #55606e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e7ea; --paper: #16171a; --soft: #a4a6ae; --line: #3a3c42;
  --conflict: #ff8a80; --same: #7bd6a5; --compatible: #7cc7e0; --quotation: #c3aaf2; --wording: #e2c15c;
  --related: #b3bcc8; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 84rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.6 Georgia, "Noto Serif", serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
h1 small, .notice, .about, .reasons, .score, p > small { color: var(--soft); font-weight: normal; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.5rem 0 .5rem; }
.notice, .about, nav, p > small { font-family: system-ui, "Noto Sans", sans-serif;
  font-size: .875rem; }
nav ol { list-style: none; margin: 0; padding: 0; }
nav li { break-inside: avoid; padding: .5rem 0; border-top: 1px solid var(--line); }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: .3rem 2.5rem; }
blockquote { margin: .3rem 0 0; padding-left: .7rem; border-left: 3px solid var(--line);
  font: .95rem/1.5 Georgia, "Noto Serif", serif; }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 2.5rem; align-items: start; }
article > p { margin: 0 0 .8rem; }
.letter { display: inline-block; min-width: 1.5em; text-align: center; border: 1px solid currentColor;
  border-radius: .25rem; }
mark { background: none; color: inherit; border-bottom: 2px solid var(--tone); padding-bottom: 1px; }
.number { font: 700 .72rem/1 system-ui, "Noto Sans", sans-serif; color: var(--tone); text-decoration: none;
  border: 1px solid var(--tone); border-radius: .6rem; padding: .1rem .35rem; margin-right: .3rem;
  vertical-align: .12em; scroll-margin-top: 2rem; white-space: nowrap; }
.number:target { background: var(--tone); color: var(--paper); }
.badge { color: var(--tone); font-weight: 600; white-space: nowrap; }
.conflict { --tone: var(--conflict); } .same { --tone: var(--same); } .compatible { --tone: var(--compatible); }
.quotation { --tone: var(--quotation); } .wording { --tone: var(--wording); } .related { --tone: var(--related); }
mark.conflict { border-bottom-style: double; border-bottom-width: 4px; }
mark.related { border-bottom-style: dotted; }
del { color: var(--conflict); } ins { color: var(--same); }
p.heading { font-weight: 700; }
p.caption, p.boilerplate, p.comment { color: var(--soft); font-size: .9rem; }
@media (max-width: 699px) { body { padding: .75rem .9rem 3rem; } main { grid-template-columns: minmax(0, 1fr); }
  article + article { border-top: 2px solid var(--line); margin-top: 1.5rem; } }
@media print { :root { color-scheme: light; --ink: #000; --paper: #fff; --soft: #444; --line: #999;
  --conflict: #8c1d18; --same: #0b4f30; --compatible: #12506a; --quotation: #4a3478; --wording: #5c4400;
  --related: #3b434d; }
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.4; } main { gap: 0 1.2rem; }
  .pair { grid-template-columns: 1fr 1fr; gap: .3rem 1.2rem; } blockquote { font-size: 9pt; }
  a { text-decoration: none; } p, li { orphans: 3; widows: 3; } }
"""
