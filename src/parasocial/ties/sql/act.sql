-- Directed, dated acts addressed to one person. An act counts where both directions can be seen,
-- or where returns are hidden by the platform and only bounded.
SELECT e.ego_id, e.alter_id, e.given, e.platform, e.channel, e.us,
    c.hidden, c.pi_low, c.pi_high,
    c.hidden OR (e.us >= c.both_from AND e.us <= c.both_to) AS counted
FROM event AS e JOIN coverage AS c ON c.source_no = e.source_no AND c.channel = e.channel
WHERE e.alter_id IS NOT NULL AND e.us IS NOT NULL AND e.addressed = 'person'
    AND (e.channel IN ('message', 'comment', 'reply', 'mention', 'live_chat', 'call', 'gift')
        OR (e.channel = 'reaction' AND e.form = 'chat'))
