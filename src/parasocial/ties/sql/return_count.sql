-- What may have come back while ego watched: returned turns seen, and k for every act whose
-- returns are hidden, inside the time for which the platform's export shows attention.
SELECT u.ego_id, u.alter_id,
    CAST(sum(CASE WHEN NOT u.given THEN u.starts ELSE 0 END) AS BIGINT)
        + max(t.k) * count(*) FILTER (WHERE u.given AND u.hidden) AS c
FROM turn AS u JOIN reach AS r ON r.platform = u.platform CROSS JOIN threshold AS t
WHERE r.watch_from IS NULL OR (u.us >= r.watch_from AND u.us <= r.watch_to)
GROUP BY u.ego_id, u.alter_id
