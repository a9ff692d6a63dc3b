"""Charts of a report in a PDF file: the drawings that pages show, in ink on white, as vectors."""

from fpdf.drawing import PaintedPath, Transform
from fpdf.enums import PathPaintRule
from fpdf.svg import svg_path_converter

from claims.reports.chart_parts import WIDE, Word
from claims.reports.charts import shown_chart
from claims.reports.lettering import width_of

INK, SOFT, RULE, PAPER = "#1b1a17", "#57534b", "#dfdcd3", "#ffffff"
# The inks of the light theme (tokens.css); a tone that is not here is neutral.
INKS = {"blue": "#1a4f8b", "green": "#14603a", "red": "#a3231f", "amber": "#764800", "violet": "#583791"}
# The font of the file runs wider than those that drawings reckon with, so it is set smaller; in pixels of a drawing.
LETTERS = 10.5
HALF, SHIFT = 1.75, {"start": 0, "middle": -0.5, "end": -1}
TILE, KEY_WIDTH, KEY_HEIGHT, KEY_GAP, KEY_ROW = 8, 34, 12, 22, 20


def write_chart(pdf, chart, say_title):
    """Draw `chart` on `pdf`, over its width, with the key under it; `say_title` writes the heading above."""
    shown = shown_chart(chart)
    canvas = _Canvas(pdf, pdf.upright_width / WIDE)
    drawing = shown.drawings["wide"]
    has_key = len(drawing.keys) > 1 and not any(line.name for line in drawing.lines)
    height = drawing.height + (KEY_ROW * 2 if has_key else 0)
    pdf.keep_together(height * canvas.scale + 12)
    say_title(chart.title)
    pdf.ln(1)
    canvas.begin()
    _grid(canvas, drawing)
    for bar in drawing.bars:
        canvas.rect(bar.x, bar.y, bar.width, bar.height, bar.key)
    for line in drawing.lines:
        _line(canvas, line)
    for word in drawing.words:
        canvas.word(word, INK)
    if has_key:
        _key(canvas, drawing)
    pdf.set_y(canvas.top + height * canvas.scale)


class _Canvas:
    """The place of a drawing on the page: pixels of the drawing in, millimetres out."""

    def __init__(self, pdf, scale):
        self.pdf, self.scale = pdf, scale
        self.left = self.top = 0

    def begin(self):
        self.left, self.top = self.pdf.l_margin, self.pdf.get_y()

    def path(self, drawn, *, x=0, y=0, stroke=None, fill=None, width=HALF, dash=None):
        """Draw an SVG path whose own origin stands at (x, y)."""
        path = PaintedPath()
        svg_path_converter(path, drawn)
        self._style(path.style, stroke, fill, width, dash)
        path.transform = Transform.translation(x, y).scale(self.scale).translate(self.left, self.top)
        with self.pdf.drawing_context() as context:
            context.add_item(path)

    def rect(self, x, y, width, height, key):
        """Draw a bar: hatched where its key says so, for no series is told by its colour alone."""
        ink, outline = INKS.get(key.tone, SOFT), f"M{x} {y}h{width}v{height}h{-width}Z"
        self.path(outline, fill=PAPER if key.hatch else ink)
        if key.hatch:
            with self.pdf.rect_clip(*self.at(x, y), width * self.scale, height * self.scale):
                for across in range(x - x % TILE, x + width, TILE):
                    for down in range(y - y % TILE, y + height, TILE):
                        self.path(key.hatch, x=across, y=down, stroke=ink)
        self.path(outline, stroke=ink, width=1.5)

    def word(self, word, ink, bold=False):
        self.pdf.set_font("DejaVu", style="B" if bold else "", size=LETTERS * self.scale * 72 / 25.4)
        self.pdf.set_text_color(ink)
        text = self.pdf.known(word.text)
        x, y = self.at(word.x, word.y)
        self.pdf.text(x + SHIFT[word.anchor] * self.pdf.get_string_width(text), y, text)
        self.pdf.set_text_color(0)

    def at(self, x, y):
        return self.left + x * self.scale, self.top + y * self.scale

    def _style(self, style, stroke, fill, width, dash):
        style.auto_close = False
        style.stroke_color, style.fill_color = stroke, fill
        style.stroke_width, style.stroke_dash_pattern = width, dash
        style.paint_rule = (
            PathPaintRule.STROKE_FILL_NONZERO
            if stroke and fill
            else (PathPaintRule.STROKE if stroke else PathPaintRule.FILL_NONZERO)
        )


def _grid(canvas, drawing):
    for tick in drawing.ticks:
        if drawing.chart.kind == "line":
            canvas.path(f"M{drawing.left} {tick.y}H{drawing.right}", stroke=RULE, width=1)
            canvas.word(Word(tick.text, tick.x, tick.y + 4, tick.anchor), SOFT)
        else:
            canvas.path(f"M{tick.x} {drawing.top}V{drawing.bottom}", stroke=RULE, width=1)
            canvas.word(tick, SOFT)


def _line(canvas, line):
    ink = INKS.get(line.key.tone, SOFT)
    dash = None if line.key.dash == "none" else [float(part) for part in line.key.dash.split()]
    if " " in line.points:
        canvas.path(f"M{line.points.replace(' ', 'L')}", stroke=ink, width=2, dash=dash)
    for mark in line.marks:
        canvas.path(line.key.mark, x=mark.x, y=mark.y, stroke=ink, fill=ink)
    if line.name:
        canvas.word(line.name, ink, bold=True)


def _key(canvas, drawing):
    x, y = drawing.left, drawing.height + KEY_ROW // 2
    for key in drawing.keys:
        canvas.rect(x, y, KEY_WIDTH, KEY_HEIGHT, key)
        label = Word(key.label, x + KEY_WIDTH + 6, y + 10, "start")
        canvas.word(label, INK)
        x += KEY_WIDTH + 6 + round(width_of(key.label, 12)) + KEY_GAP
