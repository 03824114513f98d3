"""The words without which a sentence tells no deal."""

from __future__ import annotations

import re

DEAL = re.compile(
    r"融资|领投|跟投|参投|轮|投资|IPO|上市|递表|招股|募资|募集|收购|并购|控股|合并|受让|私有化|入股|参股|增资|注资|持股|股权|股东|股份"
    r"|入主|聆讯|科创板|创业板|港交所|北交所|纳斯达克|纽交所"
)
ENGLISH = re.compile(
    r"\b(?:rais\w+|fund\w*|round|stakes?|equity|invest\w*|acqui\w+|bought|buy\w*|purchas\w+|takeover|took over|take over"
    r"|merge\w*|IPO|listing|listed|went public|go public|going public|debut\w*|Series [A-H]|backed|valuation|buyout|cornerstone)\b"
)
