-- Every message of a fan whose time is known well enough, with its number among theirs, whether it
-- begins a turn (more than an hour after their last), the day on the creator's own clock and that of
-- their last, and whether it is close (NULL where it has no words, or nobody listened).
SELECT s.who, s.us, s.place, s.state, s.whom, s.words, s.close, s.number, s.day, s.last_day,
    s.last_us IS NULL OR s.us - s.last_us > rule.turn_us AS turns
FROM (
    SELECT m.who, m.us, m.place, m.state, m.whom, m.words, m.close, m.day,
        row_number() OVER theirs AS number, lag(m.us) OVER theirs AS last_us,
        lag(m.day) OVER theirs AS last_day
    FROM (
        SELECT m.*, CAST(floor((m.us + z.offset_us) / 86400000000) AS INTEGER) AS day,
            CASE WHEN (m.marks & b.wordless) = 0 THEN (m.marks & b.close) <> 0 END AS close
        FROM state AS m CROSS JOIN rule CROSS JOIN bits AS b
        JOIN zone_offset AS z ON m.us >= z.from_us AND m.us < z.to_us
        WHERE m.vague_us <= rule.coarse_us
    ) AS m WINDOW theirs AS (PARTITION BY m.who ORDER BY m.us, m.place)
) AS s CROSS JOIN rule
