-- Sources in which the creator writes nothing at all: they may write there under another name.
SELECT source_no FROM writer JOIN shown USING (log_no)
GROUP BY source_no HAVING NOT bool_or(role = 'creator')
