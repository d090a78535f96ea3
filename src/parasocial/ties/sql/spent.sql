-- How long each logged event lasted, in milliseconds: as measured, or until the next logged
-- event on the platform, at most the cap of its form. Received messages are read: they count.
SELECT s.ego_id, s.alter_id, s.platform, s.channel, s.form, s.given, s.us, s.addressed,
    s.ms IS NOT NULL AS measured,
    coalesce(s.ms, least(coalesce(s.gap_ms, d.low_ms), d.low_ms)) AS ms_low,
    coalesce(s.ms, least(coalesce(s.gap_ms, d.point_ms), d.point_ms)) AS ms_point,
    coalesce(s.ms, least(coalesce(s.gap_ms, d.high_ms), d.high_ms)) AS ms_high
FROM (
    SELECT e.ego_id, e.alter_id, e.platform, e.channel, e.form, e.given, e.us, e.addressed, e.ms,
        CAST(floor((lead(e.us) OVER (PARTITION BY e.ego_id, e.platform ORDER BY e.us) - e.us)
            / 1000) AS BIGINT) AS gap_ms,
        CASE WHEN e.channel IN ('view', 'listen') AND e.form IN ('short', 'story') THEN 'short'
            WHEN e.channel IN ('view', 'listen') AND e.form = 'post' THEN 'post'
            WHEN e.channel IN ('view', 'listen') THEN 'long'
            WHEN e.channel IN ('reaction', 'save', 'share', 'search', 'gift') THEN 'post'
            ELSE 'message' END AS dwell
    FROM event AS e
    WHERE e.us IS NOT NULL
        AND (e.ms IS NOT NULL OR e.channel IN ('view', 'listen', 'reaction', 'save', 'share',
            'search', 'gift', 'message', 'comment', 'reply', 'mention', 'live_chat'))
        AND (e.given OR (e.channel IN ('message', 'call') AND e.addressed = 'person'))
) AS s JOIN dwell AS d ON d.name = s.dwell
