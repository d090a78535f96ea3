"""A processor on which NumPy sorts five times as fast when it is told to leave AVX-512 alone."""

import os
from pathlib import Path

_CPU = Path("/proc/cpuinfo")
_SAID = "AuthenticAMD", "cpu family\t: 25\n", " avx512f "
_NAME, _FEATURES = "NPY_DISABLE_CPU_FEATURES", "X86_V4 AVX512_ICL"


def sort_by_avx2() -> None:
    """On AMD's Zen 4, tell NumPy, which must not be imported yet. What the user set stays.

    That processor stores compressed vectors in microcode (numpy/x86-simd-sort, issue 6).
    """
    about = _CPU.read_text(errors="replace") if _CPU.exists() else ""
    if all(it in about for it in _SAID):
        os.environ.setdefault(_NAME, _FEATURES)
