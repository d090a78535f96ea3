-- Sources in which the creator writes nothing at all: they may write there under another name.
SELECT source_no FROM message GROUP BY source_no HAVING NOT bool_or(role = 'creator')
