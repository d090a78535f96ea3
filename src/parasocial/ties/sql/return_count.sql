-- What may have come back while ego watched: returned turns seen, and k for every act whose
-- returns are hidden, inside the time for which the platform's export shows attention.
SELECT u.ego_id, u.alter_id,
    CAST(coalesce(sum(u.starts_watched) FILTER (WHERE NOT u.given), 0) AS BIGINT)
        + max(t.k) * count(*) FILTER (WHERE u.given AND u.hidden AND u.watched) AS c
FROM turn AS u CROSS JOIN threshold AS t
GROUP BY u.ego_id, u.alter_id
