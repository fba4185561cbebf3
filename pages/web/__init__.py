"""What is written as HTML: templates, styles and scripts of light pages, slides, public screens and paper."""

from pathlib import Path

HERE = Path(__file__).parent
