-- Everybody who did something in a log or is spoken to there, by a number, with who they are to
-- the channel.
SELECT CAST(row_number() OVER (ORDER BY p.actor_id) AS UINTEGER) AS who, p.actor_id,
    CAST(coalesce(a.role, 'fan') AS role) AS role
FROM (
    SELECT actor_id FROM row
    UNION
    SELECT target_id FROM row WHERE channel IN ('reply', 'mention') AND target_id IS NOT NULL
) AS p LEFT JOIN apart AS a ON a.actor_id = p.actor_id
