"""Web pages of four generations around the same article, with the furniture such pages carry."""

from __future__ import annotations

from collections.abc import Sequence

NAVIGATION = ("Home", "About the Office", "Documents", "Press service", "Contacts", "Site map")
FURNITURE = (
    "Print version", "Add new comment", "Share", "Facebook", "Related news", "All rights reserved",
    "Minister opens a new school in the north", "Results of the quarter were discussed",
)  # fmt: skip


def _links(names: Sequence[str], joint: str = " ") -> str:
    return joint.join(f'<a href="/{i}">{name}</a>' for i, name in enumerate(names))


def html5(title: str, texts: Sequence[str], date: str = "2014-05-13") -> str:
    """A page of today: semantic elements, metadata in the head."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | Office</title>
    <meta property="og:title" content="{title}"><meta property="article:published_time" content="{date}T09:00:00Z">
    <meta name="author" content="Press service"><link rel="canonical" href="https://office.example/news/5"></head><body>
    <header><nav>{_links(NAVIGATION)}</nav></header><main><article><h1>{title}</h1>{body}</article></main>
    <div class="share">Share <a href="#">Facebook</a></div><section class="comments"><p>Add new comment</p></section>
    <aside><h3>Related news</h3>{_links(FURNITURE[6:])}</aside><footer>All rights reserved</footer></body></html>"""


def cms(title: str, texts: Sequence[str]) -> str:
    """A content management system: blocks with telling classes, a breadcrumb, print links."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body class="node-type-news">
    <div id="header"><ul class="menu">{"".join(f"<li>{_links([n])}</li>" for n in NAVIGATION)}</ul></div>
    <div class="breadcrumb">{_links(NAVIGATION[:2], " » ")}</div><div id="content"><h1 class="title">{title}</h1>
    <span class="submitted">13 May 2014</span>
    <ul class="links"><li class="print_html"><a href="/print/5">Print version</a></li></ul>
    <div class="field-body">{body}</div><ul class="links"><li><a href="/comment">Add new comment</a></li></ul></div>
    <div class="sidebar"><h2>Related news</h2>{_links(FURNITURE[6:], "<br>")}</div>
    <div id="footer">All rights reserved</div>
    </body></html>"""


def tables(title: str, texts: Sequence[str]) -> str:
    """A page of the nineties: nested tables, line breaks for paragraphs, no semantics at all."""
    body = "<BR><BR>".join(texts)
    return f"""<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY bgcolor=white><TABLE width="100%"><TR>
    <TD width=160 valign=top>{_links(NAVIGATION, "<BR>")}<BR><B>Related news</B><BR>{_links(FURNITURE[6:], "<BR>")}</TD>
    <TD><TABLE><TR><TD><FONT size=4><B>{title}</B></FONT></TD></TR><TR><TD>{body}</TD></TR>
    <TR><TD><A href="/print">Print version</A></TD></TR></TABLE></TD></TR>
    <TR><TD colspan=2 align=center>All rights reserved</TD></TR></TABLE></BODY></HTML>"""


def divs(title: str, texts: Sequence[str]) -> str:
    """Nothing but boxes with meaningless names."""
    body = "".join(f'<div class="c7">{text}</div>' for text in texts)
    menu = "".join(f'<div class="x">{_links([name])}</div>' for name in NAVIGATION)
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body><div class="a1">
    <div class="b2">{menu}</div><div class="b3"><div class="c1">{title}</div>{body}
    </div><div class="b4"><div>Share</div><div><a href="#">Facebook</a></div><div>Add new comment</div></div>
    <div class="b5"><div>Related news</div>{"".join(f"<div>{_links([n])}</div>" for n in FURNITURE[6:])}</div>
    <div>All rights reserved</div></div></body></html>"""


GENERATIONS = {"html5": html5, "cms": cms, "tables": tables, "divs": divs}
