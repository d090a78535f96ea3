-- Directed, dated acts addressed to one person, each with the one of its direction, tie and channel
-- before it. An act counts where both directions can be seen, or where returns are hidden by the
-- platform and only bounded; it is watched where the platform's export shows attention too.
SELECT act.*, lag(us) OVER own AS before_us, lag(counted) OVER own AS before_counted,
    lag(watched) OVER own AS before_watched
FROM (
    SELECT e.ego_id, e.alter_id, e.given, e.platform, e.channel, e.us, e.local_us,
        c.hidden, c.pi_low, c.pi_high,
        c.hidden OR coalesce(e.us >= c.both_from AND e.us <= c.both_to, FALSE) AS counted,
        r.watch_from IS NULL OR (e.us >= r.watch_from AND e.us <= r.watch_to) AS watched
    FROM event AS e JOIN coverage AS c ON c.source_no = e.source_no AND c.channel = e.channel
    JOIN reach AS r ON r.platform = e.platform
    WHERE e.alter_id IS NOT NULL AND e.us IS NOT NULL AND e.addressed = 'person'
        AND (e.channel IN
                ('message', 'comment', 'reply', 'mention', 'live_chat', 'call', 'gift')
            OR (e.channel = 'reaction' AND e.form = 'chat'))
) AS act
WINDOW own AS (PARTITION BY ego_id, alter_id, platform, channel, given
    ORDER BY us, counted, watched)
