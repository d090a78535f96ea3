"""Which processors NumPy is told about."""

import os
from pathlib import Path

import pytest

from parasocial.network import zen4

ZEN4 = "vendor_id\t: AuthenticAMD\ncpu family\t: 25\nflags\t\t: fpu avx2 avx512f avx512dq\n"


@pytest.mark.parametrize(
    ("about", "said", "told"),
    [
        (ZEN4, None, "X86_V4 AVX512_ICL"),
        (ZEN4, "AVX2", "AVX2"),
        (ZEN4.replace(": 25", ": 26"), None, None),  # Zen 5
        (ZEN4.replace("avx512f ", ""), None, None),  # Zen 3
        (ZEN4.replace("AuthenticAMD", "GenuineIntel"), None, None),
    ],
)
def test_only_zen_4_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, about: str, said: str | None, told: str | None
) -> None:
    (tmp_path / "cpuinfo").write_text(about)
    monkeypatch.setattr(zen4, "_CPU", tmp_path / "cpuinfo")
    monkeypatch.setattr(os, "environ", {"NPY_DISABLE_CPU_FEATURES": said} if said else {})
    zen4.sort_by_avx2()
    assert os.environ.get("NPY_DISABLE_CPU_FEATURES") == told
