"""Make the table of Han characters that look alike, by drawing them and laying the pictures on each other.

    python tests/benchmarks/fit_look_alikes.py FONT FONT > corpus_cli/dedupe/data/look_alikes.txt

Needs Pillow and two fonts of different style (Noto Serif CJK and Noto Sans CJK were used).  The commonest characters of
wordfreq's Chinese list are drawn, blurred and compared by correlation; the most similar ones of each are written,
every pair once: a line for each character, the character first.
"""

from __future__ import annotations

import sys
from collections import Counter

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from wordfreq import get_frequency_dict

from corpus_cli.text.folding import fold

COMMON, ALIKE, MOST = 3500, 0.76, 25
# Simplified Chinese in the collections of Noto.
FACE = 2


def characters() -> list[str]:
    """Return the commonest characters, the commonest first."""
    counts: Counter[str] = Counter()
    for word, share in get_frequency_dict("zh", wordlist="large").items():
        for sign in word:
            if "一" <= sign <= "鿿":
                counts[fold(sign).text] += share
    return [sign for sign, _ in counts.most_common(COMMON)]


def pictures(signs: list[str], path: str) -> npt.NDArray[np.float32]:
    """Return a normed picture of each sign as a row."""
    font = ImageFont.truetype(path, 40, index=FACE)
    rows = []
    for sign in signs:
        image = Image.new("L", (48, 48), 0)
        ImageDraw.Draw(image).text((24, 24), sign, font=font, fill=255, anchor="mm")
        image = image.filter(ImageFilter.GaussianBlur(1.5)).resize((24, 24), Image.Resampling.BILINEAR)
        row = np.asarray(image, np.float32).ravel()
        row = row - row.mean()
        rows.append(row / np.linalg.norm(row))
    return np.array(rows)


def main() -> None:
    signs = characters()
    alike = sum(rows @ rows.T for rows in (pictures(signs, path) for path in sys.argv[1:])) / len(sys.argv[1:])
    np.fill_diagonal(alike, 0)
    place = np.argsort(np.argsort(-alike, axis=1), axis=1)
    chosen = (alike >= ALIKE) & ((place < MOST) | (place.T < MOST))
    for number, sign in enumerate(signs):
        print(sign + "".join(signs[other] for other in np.flatnonzero(chosen[number]) if other > number))


if __name__ == "__main__":
    main()
