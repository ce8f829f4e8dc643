# ruff: noqa: E501 - lines of markup
"""Twelve more shapes of web pages: layouts of tables, soup of boxes, publishing systems, exports of a word processor.

Each takes a title and paragraphs and carries the furniture of `site`.
"""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.site import FURNITURE, NAVIGATION

_NEWS = FURNITURE[6:]


def _menu(joint: str, left: str = "", right: str = "") -> str:
    return joint.join(f'{left}<a href="/{i}.html">{name}</a>{right}' for i, name in enumerate(NAVIGATION))


def _news(joint: str, left: str = "", right: str = "") -> str:
    return joint.join(f'{left}<a href="/news/{i}">{name}</a>{right}' for i, name in enumerate(_NEWS))


def three_columns(title: str, texts: Sequence[str]) -> str:
    """A table of three columns: menu, article in paragraphs, news."""
    body = "".join(f"<P align=justify><FONT face=Arial size=2>{text}</FONT></P>" for text in texts)
    return f"""<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY><TABLE width=900 border=0 cellpadding=0><TR><TD colspan=3>
    <IMG src=top.gif alt="The Office"></TD></TR><TR valign=top><TD width=150>{_menu("<BR>")}</TD>
    <TD width=550><H2>{title}</H2>{body}<P align=right><A href="print.php">Print version</A></P></TD>
    <TD width=200><B>Related news</B><BR>{_news("<BR><BR>")}</TD></TR>
    <TR><TD colspan=3 align=center><FONT size=1>All rights reserved</FONT></TD></TR></TABLE></BODY></HTML>"""


def nested(title: str, texts: Sequence[str]) -> str:
    """Tables in tables, four deep, one row for each paragraph."""
    rows = "".join(f"<tr><td width=10></td><td class=txt>{text}</td></tr>" for text in texts)
    for_menu = _menu("", "<tr><td>", "</td></tr>")
    return f"""<html><head><title>{title}</title></head><body><table><tr><td><table><tr><td>
    <table class=m>{for_menu}</table></td><td><table><tr><td><table><tr><td colspan=2><b>{title}</b></td></tr>{rows}
    </table></td></tr><tr><td><a href="#">Print version</a> | <a href="#">Add new comment</a></td></tr></table></td></tr>
    </table></td></tr><tr><td><table><tr><td>Related news</td></tr>{_news("", "<tr><td>", "</td></tr>")}</table></td></tr>
    <tr><td>All rights reserved</td></tr></table></body></html>"""


def soup(title: str, texts: Sequence[str]) -> str:
    """Boxes in boxes and spans with names made by a machine."""
    body = "".join(f'<div class="kx3"><div><span class="q9"><span>{text}</span></span></div></div>' for text in texts)
    return f"""<html><head><meta charset="utf-8"><title>{title} :: Office</title></head><body><div id="z"><div class="y1">
    {_menu("", '<span class="w">', "</span> ")}</div><div class="y2"><div class="y3"><span>{title}</span></div>{body}</div>
    <div class="y4"><div><span>Share</span> <a href="#">Facebook</a></div></div>
    <div class="y5"><span>Related news</span>{_news("", "<div>", "</div>")}</div>
    <div class="y6"><span>All rights reserved</span></div></div></body></html>"""


def portal(title: str, texts: Sequence[str]) -> str:
    """A publishing system of ministries: one box of text with line breaks, a date, a crumb path, buttons."""
    body = "<br />\n<br />\n".join(texts)
    return f"""<!DOCTYPE html><html lang="ru"><head><meta charset="utf-8"><title>{title}</title></head><body>
    <div class="top-menu"><ul>{_menu("", "<li>", "</li>")}</ul></div><div class="bx-breadcrumb"><a href="/">Home</a> /
    <a href="/press">Press service</a></div><div class="news-detail"><span class="news-date-time">13.05.2014</span>
    <h3>{title}</h3>{body}<div style="clear:both"></div></div><div class="ya-share2">Share <a href="#">Facebook</a></div>
    <div class="news-list"><b>Related news</b>{_news("", '<p class="news-item">', "</p>")}</div>
    <div class="bottom">All rights reserved</div></body></html>"""


def fields(title: str, texts: Sequence[str]) -> str:
    """A publishing system that wraps everything in fields and regions."""
    body = "".join(f"<p class='rtejustify'>{text}</p>" for text in texts)
    return f"""<html><head><meta charset="utf-8"><title>{title} | Office</title></head><body class="html not-front node-type-page">
    <div class="region region-navigation"><ul class="menu">{_menu("", '<li class="leaf">', "</li>")}</ul></div>
    <div class="region region-content"><h1 class="page-header">{title}</h1><div id="node-7" class="node node-page clearfix">
    <div class="content"><div class="field field-name-body"><div class="field-items"><div class="field-item even">{body}
    </div></div></div></div><ul class="links list-inline"><li><a href="#">Add new comment</a></li></ul></div></div>
    <div class="region region-sidebar-second"><h2>Related news</h2><ul>{_news("", "<li>", "</li>")}</ul></div>
    <footer class="footer">All rights reserved</footer></body></html>"""


def blog(title: str, texts: Sequence[str]) -> str:
    """An entry of a blog with widgets."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} – Office</title></head><body>
    <header class="site-header"><nav class="main-navigation">{_menu(" ")}</nav></header><div class="site-content">
    <article class="post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1>
    <div class="entry-meta">Posted on <time datetime="2014-05-13T10:00:00Z">13 May 2014</time></div></header>
    <div class="entry-content">{body}<div class="sharedaddy"><h3>Share</h3><a href="#">Facebook</a></div></div></article>
    <div id="comments"><h3>Add new comment</h3></div></div><aside class="widget-area"><section class="widget">
    <h2>Related news</h2>{_news("<br>")}</section></aside><footer>All rights reserved</footer></body></html>"""


def panes(title: str, texts: Sequence[str]) -> str:
    """An older publishing system that sets articles in tables of its own."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body><div id="leftcolumn"><div class="moduletable">
    <ul class="mainlevel">{_menu("", "<li>", "</li>")}</ul></div></div><div id="maincolumn"><table class="contentpaneopen"><tr>
    <td class="contentheading" width="100%">{title}</td><td class="buttonheading"><a href="#">Print version</a></td></tr>
    </table><table class="contentpaneopen"><tr><td class="createdate">Tuesday, 13 May 2014 09:00</td></tr>
    <tr><td valign="top">{body}</td></tr></table></div><div id="rightcolumn"><h3>Related news</h3>{_news("<br/>")}</div>
    <div id="footer">All rights reserved</div></body></html>"""


def quoted(title: str, texts: Sequence[str]) -> str:
    """Paragraphs never closed, set in a quotation and a font, the menu in a line of brackets."""
    body = "\n<P>".join(texts)
    return f"""<HTML><HEAD><TITLE>{title}</TITLE></HEAD><BODY BGCOLOR="#FFFFFF"><CENTER>[ {_menu(" | ")} ]</CENTER><HR>
    <BLOCKQUOTE><FONT FACE="Times New Roman"><CENTER><H3>{title}</H3></CENTER><P>{body}</FONT></BLOCKQUOTE><HR>
    <CENTER><B>Related news</B><BR>{_news("<BR>")}<BR><SMALL>All rights reserved</SMALL></CENTER></BODY></HTML>"""


def sections(title: str, texts: Sequence[str]) -> str:
    """A page of today without an article element, its menu twice, once hidden for small screens."""
    body = "".join(f'<section class="block"><p>{text}</p></section>' for text in texts)
    return f"""<!doctype html><html><head><meta charset="utf-8"><title>{title}</title><style>.m-menu{{display:none}}</style>
    </head><body><header role="banner"><div class="m-menu">{_menu(" ")}</div><nav>{_menu(" ")}</nav></header>
    <main id="main"><h1>{title}</h1>{body}</main><div class="cookie-consent" hidden>We use cookies.</div>
    <div class="related"><h2>Related news</h2>{_news("", "<div>", "</div>")}</div>
    <footer role="contentinfo">All rights reserved</footer></body></html>"""


def printed(title: str, texts: Sequence[str]) -> str:
    """The print version of a page: nothing but lines and rules."""
    body = "<br><br>".join(texts)
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body onload="window.print()">
    <div><a href="/">Home</a></div><hr><h2>{title}</h2>{body}<hr><div>All rights reserved</div></body></html>"""


def exported(title: str, texts: Sequence[str]) -> str:
    """What a word processor saves as a web page."""
    body = "".join(
        f"<p class=MsoNormal style='text-align:justify'><span lang=RU style='font-size:12.0pt'>{text}<o:p></o:p></span></p>"
        for text in texts
    )
    return f"""<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>{title}</title>
    <style><!-- p.MsoNormal {{margin:0cm;font-size:12.0pt}} @page S1 {{size:595.3pt 841.9pt}} --></style></head>
    <body lang=RU><div class=WordSection1><p class=MsoNormal align=center><b><span>{title}</span></b></p>{body}</div>
    </body></html>"""


def islands(title: str, texts: Sequence[str]) -> str:
    """A table for every paragraph, with pictures between them."""
    body = "".join(
        f'<table width="100%"><tr><td><img src="{i}.jpg" width=5></td><td><div align="justify">{text}</div></td></tr></table>'
        for i, text in enumerate(texts)
    )
    return f"""<html><head><meta charset="utf-8"><title>{title}</title></head><body><table><tr><td class="navi">{_menu("<br>")}</td>
    <td><h1>{title}</h1>{body}<a href="/print">Print version</a></td><td><b>Related news</b><br>{_news("<br>")}</td></tr>
    <tr><td colspan="3">All rights reserved</td></tr></table></body></html>"""


SHAPES = {
    shape.__name__: shape
    for shape in (
        three_columns, nested, soup, portal, fields, blog, panes, quoted, sections, printed, exported, islands,
    )
}  # fmt: skip
