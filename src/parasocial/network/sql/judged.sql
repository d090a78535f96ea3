-- Every row of a log, with what its kind means, and the number of the reason why it does not count
-- (0: it does). Links may be undated; whatever else has no time, or one outside the span, could lie
-- anywhere.
SELECT l.actor_id, l.target_id, c.code, l.us,
    CASE WHEN l.actor_id <> l.target_id AND l.us >= s.from_us AND l.us <= s.to_us
            AND c.code IS NOT NULL THEN 0
        WHEN l.actor_id IS NULL AND l.target_id IS NULL AND l.us IS NULL THEN 1
        WHEN l.actor_id IS NULL OR l.target_id IS NULL THEN 2
        WHEN l.actor_id = l.target_id THEN 3
        WHEN c.code IS NULL THEN 4
        WHEN l.us < s.from_us THEN 6
        WHEN l.us > s.to_us THEN 7
        WHEN c.role = 'link' THEN 0
        ELSE 5 END AS why
FROM log AS l CROSS JOIN span AS s LEFT JOIN kind AS c ON c.name = l.kind
