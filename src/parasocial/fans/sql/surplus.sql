-- Copies of messages that more than one file holds, or one file more than once: all but the one
-- with the finest time.
SELECT copy FROM (
    SELECT w.rowid AS copy, row_number() OVER (
        PARTITION BY w.place
        ORDER BY w.vague_us, w.us IS NULL, w.marks IS NULL, w.replies DESC NULLS LAST,
            w.log_no, w.us, w.who, w.words, w.marks) AS copy_no
    FROM written AS w JOIN (
        SELECT place FROM written WHERE place IS NOT NULL GROUP BY place HAVING count(*) > 1
    ) AS d ON d.place = w.place
) WHERE copy_no > 1
