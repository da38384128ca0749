"""What a walk over a page looks at, in the page itself.

Each script returns a list of sentences about what is wrong; an empty list is right.
"""

from playwright.sync_api import Page

STRUCTURE = """
lang => {
  const wrong = [], all = css => [...document.querySelectorAll(css)];
  if (document.documentElement.lang !== lang)
    wrong.push(`The page says it is in "${document.documentElement.lang}"`);
  for (const e of all('[lang]'))
    if (!['sv', 'en'].includes(e.lang))
      wrong.push(`lang="${e.lang}": ${e.outerHTML.slice(0, 90)}`);
  if (all('h1').length !== 1) wrong.push(`${all('h1').length} h1`);
  // The foot stands outside the story: its headings begin anew.
  let level = 0;
  for (const h of all('main :is(h1,h2,h3,h4,h5,h6)')) {
    const own = Number(h.tagName[1]), said = h.textContent.trim();
    if (!said) wrong.push(`An empty ${h.tagName}`);
    if (level && own > level + 1) wrong.push(`h${level}, then h${own} "${said}"`);
    level = own;
  }
  if (all('main').length !== 1) wrong.push(`${all('main').length} main`);
  const names = all('nav').map(n => n.getAttribute('aria-label') ||
    document.getElementById(n.getAttribute('aria-labelledby'))?.textContent || '');
  if (names.includes('')) wrong.push('A navigation without a name');
  if (new Set(names).size !== names.length)
    wrong.push(`Navigations of one name: ${names}`);
  if (!document.title.trim()) wrong.push('No title');
  return wrong;
}
"""

#: Nothing that hides what flows over may hold more than it shows, no two texts may
#: lie on each other, and nothing is wider than the window.
CLIPPED = """
() => {
  const wrong = [], wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) {
    const over = [...document.querySelectorAll('body *')].filter(e =>
      e.getBoundingClientRect().right > innerWidth + 1 &&
      !e.closest('.scroll, .vh, svg'));
    wrong.push(`${wide} pixels wide of ${innerWidth}: ` +
      over.slice(0, 3).map(e => e.outerHTML.slice(0, 90)));
  }
  const hides = v => v === 'hidden' || v === 'clip';
  const boxed = 'body *:not(.vh, .vh *, .past-filters, svg, svg *, picture *)';
  for (const e of document.querySelectorAll(boxed)) {
    const s = getComputedStyle(e);
    if (!e.textContent.trim() || s.display === 'inline') continue;
    if ((hides(s.overflowY) && e.scrollHeight > e.clientHeight + 1) ||
        (hides(s.overflowX) && e.scrollWidth > e.clientWidth + 1))
      wrong.push(`Clipped: ${e.outerHTML.slice(0, 120)}`);
  }
  const bearers = ':is(h1,h2,h3,h4,p,li,dt,dd,figcaption,label,summary,a,button,small)';
  const boxes = [...document.querySelectorAll(bearers)]
    .filter(e => e.checkVisibility() &&
      !e.closest('.vh, .skip, .past-filters, .scroll, .honey, [aria-hidden]'))
    .flatMap(e => [...e.childNodes]
      .filter(n => n.nodeType === 3 && n.data.trim())
      .map(n => {
        const range = document.createRange();
        range.selectNodeContents(n);
        const rects = [...range.getClientRects()];
        return [n.data.trim(), rects.filter(r => r.width > 2 && r.height > 2)];
      }));
  // Letters do not fill their lines: a third of one may be shared.
  const meet = (p, q) =>
    Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2 &&
    Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) >
      .35 * Math.min(p.height, q.height);
  for (let i = 0; i < boxes.length; i++)
    for (let j = i + 1; j < Math.min(boxes.length, i + 25); j++) {
      const [a, ra] = boxes[i], [b, rb] = boxes[j];
      if (ra.some(p => rb.some(q => meet(p, q))))
        wrong.push(`On each other: "${a.slice(0, 40)}" and "${b.slice(0, 40)}"`);
    }
  return wrong;
}
"""

#: WCAG 2.2, 1.4.12 and 1.4.4. As a constructed sheet, which the site's own content
#: security policy does not stop.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
TWICE = "html { font-size: 200% !important; }"
STYLE = """
css => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}
"""

#: Everything that a keyboard should reach, marked in the order of the document.
REACHABLE = """
() => {
  const found = [...document.querySelectorAll('a[href], button, select, textarea, ' +
    'input:not([type=hidden]), summary, [tabindex="0"]')]
    .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility(
      {visibilityProperty: true, contentVisibilityAuto: true}))
    // Of a group of radio buttons, the arrow keys reach the others.
    .filter((e, n, all) => e.type !== 'radio' || e.checked ||
      e === all.find(other => other.type === 'radio' && other.name === e.name));
  found.forEach((e, n) => e.dataset.stop = n);
  return found.length;
}
"""

#: Where the focus is now: its number, or -1 outside; and what is wrong with it.
STOP = """
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return [-1, []];
  const wrong = [], name = e.outerHTML.slice(0, 110);
  const boxes = [...e.getClientRects()].filter(r => r.width >= 1 && r.height >= 1);
  if (!boxes.length) wrong.push(`Focus on nothing: ${name}`);
  // The search box shows its field's focus around the whole of it.
  const around = [e, e.closest('.seek')].filter(Boolean).map(a => getComputedStyle(a));
  if (!around.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2))
    wrong.push(`Focus is not shown: ${name}`);
  const seen = boxes.some(r => {
    const x = (Math.max(r.left, 0) + Math.min(r.right, innerWidth)) / 2,
      y = (Math.max(r.top, 0) + Math.min(r.bottom, innerHeight)) / 2,
      hit = document.elementFromPoint(x, y);
    return hit && (e.contains(hit) || hit.contains(e));
  });
  if (boxes.length && !seen) wrong.push(`Focus is hidden or covered: ${name}`);
  return [Number(e.dataset.stop ?? -2), wrong];
}
"""


def assert_all_right(page: Page, script: str, *arguments) -> None:
    """Fail with what a script of this module found wrong on the page."""
    found = page.evaluate(script, *arguments)
    assert not found, "\n".join([page.url, *found[:12]])
