-- Ego's attention to one account: watching, listening, liking in public; each with the one before
-- it, and whether a return could have been seen then.
SELECT s.*, lag(us) OVER own AS before_us, lag(counted) OVER own AS before_counted
FROM (
    SELECT e.ego_id, e.alter_id, e.platform, e.channel, e.us, e.local_us,
        r.back_from IS NULL OR (e.us >= r.back_from AND e.us <= r.back_to) AS counted
    FROM event AS e JOIN reach AS r ON r.platform = e.platform
    WHERE e.given AND e.alter_id IS NOT NULL AND e.us IS NOT NULL
        AND (e.channel IN ('view', 'listen', 'save', 'share')
            OR (e.channel = 'reaction' AND (e.form IS NULL OR e.form <> 'chat')))
) AS s
WINDOW own AS (PARTITION BY ego_id, alter_id ORDER BY us, counted, platform, channel)
