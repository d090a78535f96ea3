-- Ego's attention to one account: watching, listening, liking in public. Each with 1 where it
-- starts a session. An event counts where a return could have been seen.
SELECT w.ego_id, w.alter_id, w.platform, w.channel, w.us, w.counted,
    CASE WHEN w.us - lag(w.us) OVER (
        PARTITION BY w.ego_id, w.alter_id, w.counted ORDER BY w.us
    ) < t.gap_us THEN 0 ELSE 1 END AS starts
FROM (
    SELECT e.ego_id, e.alter_id, e.platform, e.channel, e.us,
        r.back_from IS NULL OR (e.us >= r.back_from AND e.us <= r.back_to) AS counted
    FROM event AS e JOIN reach AS r ON r.platform = e.platform
    WHERE e.given AND e.alter_id IS NOT NULL AND e.us IS NOT NULL
        AND (e.channel IN ('view', 'listen', 'save', 'share')
            OR (e.channel = 'reaction' AND (e.form IS NULL OR e.form <> 'chat')))
) AS w CROSS JOIN threshold AS t
