"""The pictures that networks show beside a link to the site, drawn at build time.

Their letters are DejaVu's (Bitstream Vera's licence, `fonts/LICENSE`), cut down to Latin, Greek and Cyrillic.
"""
