"""XLSForm, the spreadsheet in which field researchers write their forms: in and out.

https://xlsform.org is the format. What it has no column for (constructs, scales, ends, where a
wording comes from) stands in sheets and columns of our own, which its tools leave alone.
"""

from parasocial.study.instrument.xlsform.reading import read_xlsform
from parasocial.study.instrument.xlsform.writing import write_xlsform

__all__ = ["read_xlsform", "write_xlsform"]
