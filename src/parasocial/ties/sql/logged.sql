-- Events that take time, with the gaps to the events before and after them on their platform.
-- Received messages are read: they count.
SELECT e.ego_id, e.alter_id, e.platform, e.channel, e.form, e.given, e.us, e.local_us,
    e.addressed, e.ms,
    e.us - lag(e.us) OVER (PARTITION BY e.ego_id, e.platform ORDER BY e.us) AS since_us,
    lead(e.us) OVER (PARTITION BY e.ego_id, e.platform ORDER BY e.us) - e.us AS gap_us,
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
