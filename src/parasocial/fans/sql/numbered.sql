-- Every message of a fan whose time is known well enough, with its number among theirs, whether it
-- begins a turn (more than an hour after their last), and the day on the creator's own clock.
SELECT s.*, s.last_us IS NULL OR s.us - s.last_us > rule.turn_us AS turns,
    CAST(floor((s.us + z.offset_us) / 86400000000) AS BIGINT) AS day
FROM (
    SELECT m.who, m.us, m.state, m.answer_us, m.words, m.marks, m.whom,
        row_number() OVER theirs AS number, lag(m.us) OVER theirs AS last_us,
        first_value(m.us) OVER theirs AS first_us
    FROM state AS m CROSS JOIN rule
    WHERE m.us IS NOT NULL AND m.vague_us <= rule.coarse_us
    WINDOW theirs AS (PARTITION BY m.who ORDER BY m.us, m.place)
) AS s CROSS JOIN rule
JOIN zone_offset AS z ON s.us >= z.from_us AND s.us < z.to_us
