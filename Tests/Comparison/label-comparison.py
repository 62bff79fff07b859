"""Labels of the random scenes, placed by matplotlib and held against the rules of RandomSceneTests.

Swift writes the scenes:

    LABEL_SCENES=/tmp/scenes swift test --filter RandomSceneTests
    python3 Tests/Comparison/label-comparison.py /tmp/scenes/scenes.json [FOLDER FOR PICTURES]

Labels are placed as its users do: `annotate` with an offset of (5, 5) points, `bar_label` on bars, `text` where the
scene says. With adjustText installed, its `adjust_text` moves them afterwards. A label is at fault if its box meets
another label's, a line, an arrow or a point other than its own, or leaves the page. Contour numbers and the names of
ticks are left out.
"""

import json
import math
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

try:
    from adjustText import adjust_text
except ImportError:
    adjust_text = None

WIDTH, HEIGHT = 960, 540  # points, as our slide
BOLD, REGULAR, THIN = 3, 2, 1  # line widths of our slide
COLORS = ["#29585d", "#cb8400", "#472a86"]


def box_meets_segment(box, a, b, reach):
    """Whether the segment from a to b comes nearer to the box than `reach`: exact, corners are round."""
    x0, y0, x1, y1 = box

    def point_distance(p):
        return math.hypot(max(x0 - p[0], 0, p[0] - x1), max(y0 - p[1], 0, p[1] - y1))

    def clipped():
        low, high = 0.0, 1.0
        dx, dy = b[0] - a[0], b[1] - a[1]
        for p, q in ((-dx, a[0] - x0), (dx, x1 - a[0]), (-dy, a[1] - y0), (dy, y1 - a[1])):
            if p == 0:
                if q < 0:
                    return False
            elif p < 0:
                low = max(low, q / p)
            else:
                high = min(high, q / p)
        return low < high

    if clipped() or min(point_distance(a), point_distance(b)) < reach:
        return True
    square = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    if square == 0:
        return False
    for corner in ((x0, y0), (x1, y0), (x1, y1), (x0, y1)):
        t = ((corner[0] - a[0]) * (b[0] - a[0]) + (corner[1] - a[1]) * (b[1] - a[1])) / square
        t = min(max(t, 0), 1)
        if math.hypot(corner[0] - a[0] - t * (b[0] - a[0]), corner[1] - a[1] - t * (b[1] - a[1])) < reach:
            return True
    return False


def draw(scene):
    """The figure, its labels, its lines as (points in data units, half width), and which of them are labels' own dots."""
    figure = plt.figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    axes = figure.add_axes([0.06, 0.1, 0.91, 0.86])
    texts, lines, own = [], [], {}

    def annotate(label, at, offset=(5, 5), **options):
        texts.append(axes.annotate(label, at, xytext=offset, textcoords="offset points", fontsize=15, **options))

    if scene["bands"]:
        axes.set_xlim(-0.5, 5.5)
    else:
        axes.set_xlim(0, 12)
    axes.set_ylim(0, 8)
    for mark in scene["marks"]:
        kind, labels = mark["mark"], mark["labels"]
        if kind == "point":
            (point,) = mark["points"]
            axes.plot(*point, "o", markersize=2 * (BOLD * 1.9 + THIN), color="#2d4ecb")
            lines.append(([point, point], BOLD * 1.9 + THIN))
            annotate(labels[0], point)
            own[len(texts) - 1] = len(lines) - 1
        elif kind == "vector":
            start, end = mark["points"]
            axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "lw": BOLD, "shrinkA": 0, "shrinkB": 0})
            lines.append(([start, end], BOLD / 2))
            annotate(labels[0], [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2])
        elif kind == "curve":
            height, amplitude, frequency, phase = mark["numbers"]
            xs = [12 * i / 300 for i in range(301)]
            points = [[x, height + amplitude * math.sin(frequency * x + phase)] for x in xs]
            axes.plot(*zip(*points), lw=BOLD, color=COLORS[1])
            lines.append((points, BOLD / 2))
            annotate(labels[0], points[-1], (-5, 5), ha="right")
        elif kind == "path":
            points = mark["points"]
            axes.plot(*zip(*points), "o-" if mark["dots"] else "-", lw=REGULAR, color="#2d4ecb", markersize=3 * REGULAR)
            lines.append((points, REGULAR / 2))
            if mark["dots"]:
                lines += [([p, p], REGULAR * 1.5) for p in points]
            annotate(labels[0], points[len(points) // 2])
        elif kind == "groups":
            for index, (group, name) in enumerate(zip(mark["groups"], labels)):
                axes.plot(*zip(*group), "o", markersize=2 * BOLD * 1.5, color=COLORS[index])
                lines += [([p, p], BOLD * 1.5) for p in group if 0 <= p[0] <= 12 and 0 <= p[1] <= 8]
                middle = [sum(p[i] for p in group) / len(group) for i in (0, 1)]
                annotate(name, middle, color=COLORS[index])
        elif kind == "bars":
            bars = axes.bar(range(len(mark["heights"])), mark["heights"], width=0.66, color=COLORS[2])
            texts.extend(axes.bar_label(bars, fmt="%.3f", fontsize=15, padding=3))
        elif kind == "text":
            texts.append(axes.text(*mark["points"][0], labels[0], ha="center", va="center", fontsize=15))
    return figure, axes, texts, lines, own


def faults(figure, axes, texts, lines, own):
    """The labels at fault, by their numbers."""
    renderer = figure.canvas.get_renderer()
    # The figure has 72 dots an inch: pixels are points.
    boxes = [text.get_window_extent(renderer).extents for text in texts]
    places = [([axes.transData.transform(p) for p in points], reach) for points, reach in lines]
    guilty = set()
    for i, box in enumerate(boxes):
        if box[0] < 0 or box[1] < 0 or box[2] > WIDTH or box[3] > HEIGHT:
            guilty.add(i)
        for j in range(i):
            other = boxes[j]
            if box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]:
                guilty |= {i, j}
        for k, (points, reach) in enumerate(places):
            if own.get(i) != k and any(box_meets_segment(box, a, b, reach) for a, b in zip(points, points[1:])):
                guilty.add(i)
    return guilty


def main():
    scenes = json.load(open(sys.argv[1]))
    folder = sys.argv[2] if len(sys.argv) > 2 else None
    ways = ["annotate"] + (["adjustText"] if adjust_text else [])
    for way in ways:
        labels = guilty = clean = 0
        for scene in scenes:
            figure, *drawn = draw(scene)
            axes, texts = drawn[0], drawn[1]
            figure.canvas.draw()
            if way == "adjustText":
                adjust_text(texts, ax=axes)
                figure.canvas.draw()
            found = faults(figure, *drawn)
            labels += len(texts)
            guilty += len(found)
            clean += not found
            if folder and scene["number"] < 24:
                figure.savefig(f"{folder}/{way}-{scene['number']:03}.png")
            plt.close(figure)
        print(f"matplotlib {matplotlib.__version__}, {way}: {guilty} of {labels} labels at fault, "
              f"{clean} of {len(scenes)} scenes without one")


main()
