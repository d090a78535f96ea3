-- Every message of a fan whose time is known well enough, with its number among theirs, whether it
-- begins a turn (more than an hour after their last), and the day on the creator's own clock.
SELECT s.*, s.last_us IS NULL OR s.us - s.last_us > rule.turn_us AS turns,
    CAST(floor((s.us + z.offset_us) / 86400000000) AS BIGINT) AS day
FROM (
    SELECT m.actor_id, m.us, m.state, m.answer_us, m.words, m.marks, m.whom,
        row_number() OVER (PARTITION BY m.actor_id ORDER BY m.us, m.item_id) AS number,
        lag(m.us) OVER (PARTITION BY m.actor_id ORDER BY m.us, m.item_id) AS last_us,
        min(m.us) OVER (PARTITION BY m.actor_id) AS first_us
    FROM state AS m CROSS JOIN rule WHERE m.us IS NOT NULL AND m.vague_us <= rule.coarse_us
) AS s CROSS JOIN rule
JOIN zone_offset AS z ON s.us >= z.from_us AND s.us < z.to_us
